import type { Sandbox } from '../sandbox.js'
import { deepFreeze } from '../world/deep-freeze.js'
import type { Files } from '../world/files.js'
import { type Snapshot, standingTable } from '../world/snapshot.js'
import type { Row, Table } from '../world/table.js'
import { coverBody, coverContent, coverData, coverHeaders, coverTarget, coverValue } from './cover-content.js'
import { Covering } from './covering.js'
import { type Draw, DrawnTexts } from './draws.js'
import type { JournalItem, JournalRequest } from './journal.js'
import { plainName } from './personal-fields.js'
import { Pseudonyms } from './pseudonym.js'
import { pseudonymKey } from './pseudonym-key.js'

/**
 * Puts pseudonyms in the place of secrets and personal data in all that a bundle holds: the same one for the same value, with
 * the same form. What stands for a value is made with a key that is forgotten.
 */
export class Disguise {
  private readonly covering: Covering
  private readonly drawn: DrawnTexts

  /** @param fresh a sandbox as it was before anybody used it: what it has made up itself is nobody's */
  constructor(fresh: Sandbox, start: Snapshot, journal: readonly JournalItem[], drawn: readonly Draw[]) {
    this.drawn = new DrawnTexts(drawn)
    const rules = fresh.vendors.map(({ definition }) => definition.redaction ?? {})
    this.covering = new Covering(new Pseudonyms(pseudonymKey()), {
      secretFields: new Set(rules.flatMap(({ fields = [] }) => fields.map(plainName))),
      secretForms: rules.flatMap(({ values = [] }) => values.map(({ source }) => new RegExp(source, 'g'))),
      published: new Set(rules.flatMap(({ published = [] }) => published)),
      own: ownTexts(fresh, start),
      fixedPart: (secret) => {
        const text = this.drawn.of(secret)
        return text === undefined ? undefined : secret.length - text.length
      },
    })
    // The first time it learns what is to be covered wherever it stands.
    this.snapshot(start).files.close()
    for (const item of journal) {
      this.item(item)
      if (item.kind === 'exchange') coverBody(this.covering, item.answer.body, typeOf(item.answer.headers))
    }
  }

  snapshot(snapshot: Snapshot): Snapshot {
    const tables = new Map<string, Table>()
    for (const [name, table] of snapshot.tables) {
      this.covering.noteWord(name.split('/').at(-1) ?? name)
      tables.set(name, this.table(table))
    }
    const faults = this.data(snapshot.faults) as Snapshot['faults']
    return { ...snapshot, tables, faults, files: this.files(snapshot.files) }
  }

  item(item: JournalItem): JournalItem {
    if (item.kind === 'job') return item
    if (item.kind === 'command') return { ...item, input: this.data(item.input) as Record<string, unknown> }
    if (item.kind === 'delivery') {
      const { request, attempt } = item
      return {
        ...item,
        attempt: this.data(attempt) as typeof attempt,
        request: {
          method: request.method,
          url: coverValue(this.covering, 'url', request.url),
          headers: coverHeaders(this.covering, request.headers),
          body: coverContent(this.covering, request.body),
        },
      }
    }
    const request = this.request(item.request)
    return item.kind === 'begun' ? { ...item, request } : { ...item, request, prior: this.data(item.prior) }
  }

  data(value: unknown): unknown {
    return coverData(this.covering, value)
  }

  /** What is to be drawn in place of drawn secrets. */
  draws(): readonly Draw[] {
    const texts = new Map<string, string>()
    for (const [secret, pseudonym] of this.covering.secrets) {
      const text = this.drawn.of(secret)
      if (text !== undefined) texts.set(text, pseudonym.slice(-text.length))
    }
    return this.drawn.all.flatMap(([stream, number, text]): Draw[] => {
      const other = texts.get(text)
      // Where a vendor writes in capitals what was drawn in small letters.
      return other === undefined ? [] : [[stream, number, text === text.toLowerCase() ? other.toLowerCase() : other]]
    })
  }

  private table(table: Table): Table {
    const { entries, next } = table.image
    const copy = standingTable(table.name)
    for (const { seq, row } of entries) {
      const covered = table.name === 'idempotency' ? this.kept(row) : (this.data(row) as Row)
      copy.restore(covered.id, { seq, row: deepFreeze(covered) })
    }
    copy.skipTo(next)
    return copy
  }

  /** An answer that is kept under a key tells of its request too, as it was sent. */
  private kept(row: Row): Row {
    const covered = this.data(row) as Row & { fingerprint?: unknown }
    const [, method, target, body] =
      /^([A-Z]+) (\S*)\n(.*)$/s.exec(String((row as { fingerprint?: unknown }).fingerprint)) ?? []
    if (method === undefined || target === undefined || body === undefined) return covered
    const fingerprint = `${method} ${coverTarget(this.covering, target)}\n${coverContent(this.covering, body)}`
    return { ...covered, fingerprint } as Row
  }

  private files(files: Files): Files {
    const copy = files.clone()
    for (const id of copy.ids) {
      const before = copy.read(id, 0, copy.size(id))
      const covered = coverBody(this.covering, before, 'text/csv')
      if (covered !== before) copy.replace(id, covered)
    }
    return copy
  }

  private request(request: JournalRequest): JournalRequest {
    const { covering } = this
    return {
      ...request,
      target: coverTarget(covering, request.target),
      headers: coverHeaders(covering, request.headers),
      body: coverBody(covering, request.body, typeOf(request.headers)),
    }
  }
}

function typeOf(headers: Readonly<Record<string, unknown>>): string {
  for (const name in headers) if (name.toLowerCase() === 'content-type') return String(headers[name])
  return ''
}

/** Every text in a world that nobody has used: names and addresses among them were made up. */
function ownTexts(fresh: Sandbox, { world: name, seed }: Snapshot): ReadonlySet<string> {
  const world = fresh.worlds.get(name) ?? fresh.createWorld(name, { seed })
  const texts = new Set<string>()
  const collect = (value: unknown): void => {
    if (typeof value === 'string') texts.add(value)
    else if (typeof value === 'object' && value !== null) for (const inner of Object.values(value)) collect(inner)
  }
  for (const table of world.allTables) for (const row of table.all()) collect(row)
  return texts
}
