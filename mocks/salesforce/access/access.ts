import type { CallFacts } from '../../../src/engine/kit.js'
import { callerOf } from '../auth.js'
import type { Field, SObject } from '../catalogue/catalogue.js'
import type { SalesforceWorld } from '../world.js'
import { CountedAccess } from './counted-access.js'

/** What a user may see and change. An object or a field that may not be read is, to that user, not there. */
export interface Access {
  readsObject(object: SObject): boolean
  createsObject(object: SObject): boolean
  editsObject(object: SObject): boolean
  deletesObject(object: SObject): boolean
  readsField(object: SObject, field: Field): boolean
  editsField(object: SObject, field: Field): boolean
  /** Those of a whole record that may be read. */
  shownFields(object: SObject): readonly Field[]
  /** The same questions without being counted as use: to tell what there is. */
  readonly quiet: Access
}

/** Everything: what an administrator, and the sandbox itself, may do. */
export const fullAccess: Access = {
  readsObject: () => true,
  createsObject: () => true,
  editsObject: () => true,
  deletesObject: () => true,
  readsField: () => true,
  editsField: () => true,
  shownFields: (object) => object.fields,
  get quiet() {
    return fullAccess
  },
}

/** Who does something, and how: what creating, changing and reading records needs to know of a request. */
export interface Actor {
  readonly userId: string
  readonly access: Access
  /** Of the request's path, `59` for `v59.0`; the newest where it has none. */
  readonly version: number
  /** `Sforce-Duplicate-Rule-Header: allowSave=true`. */
  readonly allowDuplicates: boolean
  /** What is saved comes from a CSV file: all of it text. */
  readonly csv?: boolean
}

/** The actor behind a request. `version` is that of its path: `v59.0`. */
export function actorOf(call: CallFacts, world: SalesforceWorld, version = ''): Actor {
  const { session } = callerOf(call)
  return {
    userId: session.userId,
    access: accessOfUser(world, session.userId),
    version: Number(/^v(\d+)\.\d$/.exec(version)?.[1] ?? 59),
    allowDuplicates: /allowSave\s*=\s*true/i.test(call.header('sforce-duplicate-rule-header') ?? ''),
  }
}

/** The sandbox's own doings: seed data, roll-ups. */
export function systemActor(world: SalesforceWorld): Actor {
  const [user] = world.users.all()
  return { userId: user?.id ?? '', access: fullAccess, version: 59, allowDuplicates: true }
}

/** What a user's profile and permission sets allow, object by object and field by field; what is asked for is counted. */
export function accessOfUser(world: SalesforceWorld, userId: string): Access {
  return new CountedAccess(world, userId, quietAccess(world, userId))
}

function quietAccess(world: SalesforceWorld, userId: string): Access {
  const { rights } = world
  if (rights.isAdministrator(userId)) return fullAccess
  const access: Access = {
    readsObject: ({ name }) => rights.mayRead(userId, name),
    createsObject: ({ name }) => rights.mayCreate(userId, name),
    editsObject: ({ name }) => rights.mayEdit(userId, name),
    deletesObject: ({ name }) => rights.mayDelete(userId, name),
    readsField: ({ name }, field) => rights.visible(userId, name, field.name),
    editsField: ({ name }, field) => rights.mayEditField(userId, name, field.name),
    shownFields: (object) => object.fields.filter((field) => access.readsField(object, field)),
    get quiet() {
      return access
    },
  }
  return access
}
