import type { Description, Table, VendorWorld } from '../../src/engine/kit.js'
import { isPermissionable } from './access/permissionable.js'
import { Rights } from './access/rights.js'
import type { Catalogue, SObject } from './catalogue/catalogue.js'
import { catalogueOf } from './catalogue/load.js'
import { Usage } from './limits/usage.js'
import type { Session } from './oauth/rows.js'
import { OAuthStore } from './oauth/store.js'
import { toDatetime } from './records/datetime.js'
import { makeId } from './records/ids.js'
import type { RecordRow } from './records/record.js'

/** Where the ids of an object have got to. */
interface Counter {
  readonly id: string
  readonly next: number
}

/** Salesforce's part of a world, typed: one org. Times are text as on the wire. */
export class SalesforceWorld {
  readonly port: VendorWorld
  readonly description: Description
  readonly catalogue: Catalogue
  readonly sessions: Table<Session>
  readonly oauth: OAuthStore
  readonly rights: Rights
  readonly usage: Usage
  private readonly counters: Table<Counter>
  private readonly tables = new Map<string, Table<RecordRow>>()

  constructor(port: VendorWorld, description: Description) {
    this.port = port
    this.description = description
    this.catalogue = catalogueOf(this.setting('objects'), this.setting('importedObjects'))
    this.oauth = new OAuthStore(port)
    this.usage = new Usage(port)
    this.sessions = this.oauth.sessions
    this.rights = new Rights(port, (object, field) => isPermissionable(this.catalogue, object, field))
    this.counters = port.table<Counter>('_counter')
  }

  /** The records of an object, deleted ones too, by 18-character id. The name in any case; that of an unknown object throws. */
  records(objectName: string): Table<RecordRow> {
    const known = this.tables.get(objectName)
    if (known) return known
    const object = this.catalogue.object(objectName)
    if (!object) throw new Error(`No object is called ${objectName}: look it up in the catalogue first.`)
    const table = this.port.table<RecordRow>(object.name)
    indexReferences(table, object)
    this.tables.set(objectName, table)
    return table
  }

  /** Names of the objects that have rows. */
  populated(): Set<string> {
    const prefix = `${this.port.runtime.name}/${this.port.scope}/`
    const names = this.port.world.allTables
      .filter(({ name, size }) => size > 0 && name.startsWith(prefix))
      .map(({ name }) => name.slice(prefix.length))
    return new Set(names.filter((name) => !name.startsWith('_')))
  }

  /** A record that is there and not in the recycle bin. */
  live(objectName: string, id: string): RecordRow | undefined {
    const row = this.records(objectName).find(id)
    return row && !row.IsDeleted ? row : undefined
  }

  /** The next id of an object. */
  newId(object: SObject): string {
    return this.idWithPrefix(object.keyPrefix ?? '000')
  }

  /** The next id with this key prefix. */
  idWithPrefix(keyPrefix: string): string {
    const at = this.counters.find(keyPrefix)?.next ?? 1
    this.counters.put({ id: keyPrefix, next: at + 1 })
    return makeId(keyPrefix, this.pod, at)
  }

  /** The next number of a named count: case numbers, contract numbers. */
  nextNumber(name: string, first = 1000): number {
    const at = this.counters.find(name)?.next ?? first
    this.counters.put({ id: name, next: at + 1 })
    return at
  }

  /** Now, in whole seconds: `2026-01-01T00:00:00.000+0000`. */
  now(): string {
    return toDatetime(this.port.now())
  }

  /** The row of the org itself. */
  get org(): RecordRow {
    const [org] = this.records('Organization').all()
    if (!org) throw new Error('A world without an org: its credentials were not minted.')
    return org
  }

  get users(): Table<RecordRow> {
    return this.records('User')
  }

  /** A value of `settings.salesforce`. */
  setting(name: string): unknown {
    return this.port.world.sandbox.options.settings?.salesforce?.[name]
  }

  /** Two characters that ids of this org have behind their key prefix; drawn once, so that orgs do not share ids. */
  private get pod(): string {
    const drawn =
      this.counters.find('pod') ?? this.counters.insert({ id: 'pod', next: this.port.random.uint32() % 1296 })
    return drawn.next.toString(36).padStart(2, '0')
  }
}

/** References, external ids and fields that look up are found without a scan; text by its lower case, under `<field>~`. */
function indexReferences(table: Table<RecordRow>, object: SObject): void {
  for (const field of object.fields) {
    if (field.type === 'reference') table.index(field.name)
    else if (field.externalId || field.unique || (field.idLookup && field.name !== 'Id')) {
      table.index(`${field.name}~`, (row) => folded(row[field.name]))
    }
  }
}

/** What text is compared by: its lower case. */
export function folded(value: unknown): unknown {
  return typeof value === 'string' ? value.toLowerCase() : value
}
