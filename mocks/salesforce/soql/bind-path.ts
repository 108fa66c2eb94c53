import type { Field, SObject } from '../catalogue/catalogue.js'
import type { RecordRow } from '../records/record.js'
import type { From, Name, Path } from './ast.js'
import { type Bound, kindOf } from './bound.js'
import { type Environment, findRow } from './environment.js'
import { nameObject } from './name-object.js'
import { invalidField, malformed, noSuchColumn, noSuchObject, noSuchRelationship } from './soql-error.js'

/** The object that a query is about, and what its paths may begin with. */
export interface Scope {
  readonly object: SObject
  readonly environment: Environment
  /** Names of FROM in lower case, with the path that each stands for. */
  readonly aliases: ReadonlyMap<string, readonly Name[]>
}

/** One step to a parent. */
export interface Step {
  readonly reference: Field
  /** The parent's object; the `Name` object where it may be of several. */
  readonly parent: SObject
  readonly polymorphic: boolean
}

export interface ResolvedPath {
  readonly steps: readonly Step[]
  readonly owner: SObject
  readonly field: Field
}

/** How far a path may reach: five levels up. */
const MOST_STEPS = 5

export function scopeOf(from: From, object: SObject, environment: Environment): Scope {
  const aliases = new Map<string, readonly Name[]>()
  if (from.alias) aliases.set(from.alias.text.toLowerCase(), [])
  for (const { path, alias } of from.more) {
    const [first, ...rest] = path.names
    const stands = first && (aliases.get(first.text.toLowerCase()) ?? [first])
    aliases.set(alias.text.toLowerCase(), [...(stands ?? []), ...rest])
  }
  return { object, environment, aliases }
}

/** The object of a name in FROM. @throws INVALID_TYPE where there is none, or none that the caller may read */
export function objectNamed(name: Name, environment: Environment): SObject {
  const object = environment.catalogue.object(name.text)
  if (!object || !environment.access.readsObject(object)) throw noSuchObject(name.text, name.start)
  if (!object.queryable) throw malformed(`entity type ${object.name} does not support query`, name.start)
  return object
}

/** The names of a path without what stands for the object itself. */
function named(scope: Scope, path: Path): readonly Name[] {
  const [first, ...rest] = path.names
  if (!first || rest.length === 0) return path.names
  const stands = scope.aliases.get(first.text.toLowerCase())
  if (stands) return [...stands, ...rest]
  const own = first.text.toLowerCase() === scope.object.name.toLowerCase()
  return own && !scope.object.parent(first.text) ? rest : path.names
}

/** The step to a parent. @throws INVALID_FIELD where there is no such relationship */
export function stepTo(name: Name, object: SObject, environment: Environment): Step {
  const reference = object.parent(name.text)
  const lost = () => noSuchRelationship(name.text, 'field path', name.start)
  if (!reference || !environment.access.readsField(object, reference)) throw lost()
  if (reference.referenceTo.length > 1) return { reference, parent: nameObject, polymorphic: true }
  const parent = environment.catalogue.object(reference.referenceTo[0] ?? '')
  if (!parent || !environment.access.readsObject(parent)) throw lost()
  return { reference, parent, polymorphic: false }
}

/** @throws INVALID_FIELD for what is not there or not to be seen */
export function resolvePath(scope: Scope, path: Path): ResolvedPath {
  const names = named(scope, path)
  const last = names.at(-1)
  if (!last) throw malformed(`unexpected token: '.'`, path.start)
  if (names.length - 1 > MOST_STEPS) {
    throw invalidField('Parent relationship path exceeds the maximum of 5 levels', path.start)
  }
  let owner = scope.object
  const steps: Step[] = []
  for (const name of names.slice(0, -1)) {
    const step = stepTo(name, owner, scope.environment)
    steps.push(step)
    owner = step.parent
  }
  return { steps, owner, field: fieldNamed(last, owner, scope.environment) }
}

function fieldNamed(name: Name, owner: SObject, environment: Environment): Field {
  const field = owner.field(name.text)
  if (!field || (owner !== nameObject && !environment.access.readsField(owner, field)))
    throw noSuchColumn(name.text, owner.name, name.start)
  return field
}

/** The parent at the end of a step, with the object it is of. */
export function parentOf(
  step: Step,
  row: RecordRow,
  environment: Environment,
): { object: SObject; row: RecordRow } | undefined {
  const id = row[step.reference.name]
  if (typeof id !== 'string') return undefined
  const object = step.polymorphic ? environment.catalogue.objectOfId(id) : step.parent
  if (!object || (step.polymorphic && !environment.access.quiet.readsObject(object))) return undefined
  const parent = findRow(environment, object, id)
  return parent && { object, row: parent }
}

/** A field of a parent whose object is only known from its id. */
export function fieldThroughName(field: Field, object: SObject, row: RecordRow, environment: Environment): unknown {
  if (field.name === 'Type') return object.name
  const own = object.field(field.name)
  return own && environment.access.quiet.readsField(object, own) ? (row[own.name] ?? null) : null
}

export function bindPath(scope: Scope, path: Path): Bound<RecordRow> {
  const { steps, owner, field } = resolvePath(scope, path)
  const { environment } = scope
  const { name } = field
  let read = (row: RecordRow): unknown => row[name] ?? null
  const last = steps.at(-1)
  for (const step of [...steps].reverse()) {
    const inner = read
    read =
      step === last && step.polymorphic
        ? (row) => {
            const found = parentOf(step, row, environment)
            return found ? fieldThroughName(field, found.object, found.row, environment) : null
          }
        : (row) => {
            const found = parentOf(step, row, environment)
            return found ? inner(found.row) : null
          }
  }
  const parents = steps.map((step) => step.reference.relationshipName ?? '')
  return {
    name: [...parents, name].join('.'),
    shortName: name,
    kind: kindOf(field),
    read,
    field,
    owner,
    own: steps.length === 0,
  }
}
