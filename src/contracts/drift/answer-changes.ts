import type { Schema } from '../../../contracts/document.js'
import type { Change, Side } from './finding.js'
import { holds, type Promised, promised, recordedAt, typesOf } from './promise.js'
import { nameOfType, type SchemaReader } from './schema-reader.js'

/** A schema in its description. */
export interface Described {
  readonly reader: SchemaReader
  readonly schema: Schema
}

/**
 * How a description does not keep what a consumer reads.
 * @param base what it was recorded against; without it, only what the recorded values show can be told
 * @param recorded the body, from the schema's root
 */
export function answerChanges(
  side: Side,
  target: Described,
  base: Described | undefined,
  fields: readonly (readonly string[])[],
  recorded: unknown,
): Change[] {
  const found = new Map<string, Change>()
  for (const path of fields) {
    const before = base && promised(base.reader, base.schema, path, recorded)
    // What the older description did not have either is no change.
    if (before && (before.state === 'missing' || before.state === 'other')) continue
    const change = fieldChange(path, before, promised(target.reader, target.schema, path, recorded), recorded)
    // Several fields of one object that is gone are one change.
    if (change) found.set(change.path.join('.'), { side, ...change })
  }
  return [...found.values()]
}

type FieldChange = Omit<Change, 'side'>

function fieldChange(
  path: readonly string[],
  before: Promised | undefined,
  now: Promised,
  recorded: unknown,
): FieldChange | undefined {
  switch (now.state) {
    case 'open':
      return undefined
    case 'missing': {
      const gone = path.slice(0, now.at + 1)
      return { path: gone, kind: 'removed', message: `${quoted(gone)} is gone` }
    }
    case 'other': {
      const holder = path.slice(0, now.at + 1)
      const is = now.types.map(nameOfType).join(' or ') || 'nothing'
      return { path: holder, kind: 'type changed', message: `${quoted(holder)} is ${is} now` }
    }
    case 'promised':
      return leafChange(path, before?.state === 'promised' ? before : undefined, now, recordedAt(recorded, path))
  }
}

type Leaf = Extract<Promised, { state: 'promised' }>

function leafChange(path: readonly string[], before: Leaf | undefined, now: Leaf, value: unknown) {
  return (
    typeChange(path, before, now, value) ??
    memberChange(path, before, now, value) ??
    formatChange(path, before, now) ??
    presenceChange(path, before, now)
  )
}

/** Who copes with null copes with a field that is not there, too: documents differ in which of the two they say. */
function presenceChange(path: readonly string[], before: Leaf | undefined, now: Leaf): FieldChange | undefined {
  if (!before || before.nullable || before.optional || !(now.nullable || now.optional)) return undefined
  const message = `${quoted(path)} ${now.nullable ? 'may be null now' : 'is no longer always there'}`
  return { path, kind: 'narrowed', message }
}

function typeChange(path: readonly string[], before: Leaf | undefined, now: Leaf, value: unknown) {
  const types = typesOf(now.leaf)
  const named = types.map(nameOfType).join(' or ')
  if (!before) {
    const fits = value === undefined || value === null || holds(now.leaf, value)
    return fits ? undefined : { path, kind: 'type changed' as const, message: `${quoted(path)} is ${named} now` }
  }
  const known = typesOf(before.leaf)
  const fresh = types.filter((type) => !known.includes(type) && !(type === 'integer' && known.includes('number')))
  if (fresh.length === 0) return undefined
  const was = known.map(nameOfType).join(' or ')
  return { path, kind: 'type changed' as const, message: `${quoted(path)} was ${was} and is ${named} now` }
}

/** The recorded value, where it is one that can no longer come. */
function memberChange(path: readonly string[], before: Leaf | undefined, now: Leaf, value: unknown) {
  if (typeof value !== 'string') return undefined
  const members = membersOf(now.leaf)
  if (!members || members.includes(value)) return undefined
  const listed = before && membersOf(before.leaf)?.includes(value)
  const open = now.leaf.some((each) => each['x-open-enum'])
  if (before ? !listed : open) return undefined
  return { path, kind: 'narrowed' as const, message: `${quoted(path)} is never \`${value}\` any more` }
}

function membersOf(leaf: readonly Schema[]): readonly unknown[] | undefined {
  const lists = leaf.map((each) => (each.const === undefined ? each.enum : [each.const]))
  return lists.every((list) => list !== undefined) ? lists.flatMap((list) => list ?? []) : undefined
}

function formatChange(path: readonly string[], before: Leaf | undefined, now: Leaf) {
  const [was, is] = [before && formatOf(before.leaf), formatOf(now.leaf)]
  if (was === undefined || is === undefined || was === is) return undefined
  const message = `${quoted(path)} was written as ${was} and is written as ${is} now`
  return { path, kind: 'type changed' as const, message }
}

function formatOf(leaf: readonly Schema[]): string | undefined {
  const [first, ...others] = leaf.map((each) => each.format)
  return others.every((other) => other === first) ? first : undefined
}

function quoted(path: readonly string[]): string {
  return `\`${path.join('.')}\``
}
