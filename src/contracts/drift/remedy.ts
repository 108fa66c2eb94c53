import type { Schema } from '../../../contracts/document.js'
import type { Move } from '../../../contracts/drift-rules.js'
import type { Described } from './answer-changes.js'
import type { Change } from './finding.js'
import { EACH, promised } from './promise.js'
import { type SchemaReader, typeOf } from './schema-reader.js'

/** How far below what held a field its new place is looked for. */
const DEEPEST = 4

/** What to do about a field that an answer or message does not have any more: what is known, or where its name stands now. */
export function fieldRemedy(
  change: Change,
  target: Described,
  base: Described | undefined,
  moves: readonly Move[],
  recorded: unknown,
): string | undefined {
  if (change.kind !== 'removed') return undefined
  const field = change.path.at(-1) ?? ''
  const above = change.path.slice(0, -1)
  const known = [target, base].flatMap((described) => (described ? resourceTypes(described, above, recorded) : []))
  const move = moves.find((each) => each.field === field && known.includes(each.of))
  if (move) return `${move.remedy} (gone since ${move.since})`
  const there = elsewhere(target, above, field, recorded)
  return there && `The same name stands at \`${there.join('.')}\` now; see whether it is the same.`
}

export function operationRemedy(key: string, moves: readonly Move[]): string | undefined {
  const move = moves.find(({ of, field }) => field === undefined && sameShape(of, key))
  return move && `${move.remedy} (gone since ${move.since})`
}

function sameShape(a: string, b: string): boolean {
  return a.replace(/\{[^}]+\}/g, '{}') === b.replace(/\{[^}]+\}/g, '{}')
}

/** What the vendor calls the resources that may stand at a path: the one value of their field `object`. */
function resourceTypes({ reader, schema }: Described, path: readonly string[], recorded: unknown): string[] {
  const found = promised(reader, schema, path, recorded)
  if (found.state !== 'promised') return []
  return found.leaf.flatMap((each) => {
    const object = each.properties?.object && reader.resolve(each.properties.object)
    const type = object?.const ?? object?.enum?.[0]
    return typeof type === 'string' ? [type] : []
  })
}

/** The nearest place below where the field was, or below the whole answer, that has its name. */
function elsewhere({ reader, schema }: Described, above: readonly string[], field: string, recorded: unknown) {
  const holder = promised(reader, schema, above, recorded)
  if (holder.state !== 'promised') return undefined
  const below = nearestNamed(reader, holder.leaf, field)
  return below && [...above, ...below]
}

/** Breadth first, so that the nearest is found. What may be expanded is not looked into: it is not there by itself. */
function nearestNamed(reader: SchemaReader, from: readonly Schema[], field: string): string[] | undefined {
  let level: { readonly schema: Schema; readonly path: string[] }[] = from.map((schema) => ({ schema, path: [] }))
  for (let depth = 0; depth < DEEPEST; depth++) {
    const next: typeof level = []
    for (const { schema, path } of level) {
      if (typeOf(schema) === 'array' && schema.items) next.push(...inside(reader, schema.items, [...path, EACH]))
      for (const [name, property] of Object.entries(schema.properties ?? {})) {
        if (name === field && path.length > 0) return [...path, name]
        next.push(...inside(reader, property, [...path, name]))
      }
    }
    level = next
  }
  return undefined
}

function inside(reader: SchemaReader, schema: Schema, path: string[]) {
  if (reader.resolve(schema)['x-expansionResources']) return []
  return reader.alternatives(schema).map((each) => ({ schema: each, path }))
}
