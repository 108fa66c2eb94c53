import { z } from 'zod'
import { SandboxError } from '../../engine/errors.js'
import { READS, type Reads } from '../pact/pact-file.js'

/** Fields that the consumer reads: by operation (`POST /v1/charges`), event or whole description of an interaction. */
export type DeclaredReads = Readonly<Record<string, readonly string[]>>

export interface KnownReads {
  readonly known: typeof READS.declared | typeof READS.found
  readonly fields: DeclaredReads
}

/** @throws SANDBOX_BAD_INPUT for what is no list of fields by operation */
export function parseReads(value: unknown, from: string): DeclaredReads {
  const result = z.record(z.string(), z.array(z.string())).safeParse(value)
  if (result.success) return result.data
  const message = `${from} does not say which fields are read: at ${result.error.issues[0]?.path.join('.') || 'its root'}.`
  const remedy = 'Write the fields by operation: {"POST /v1/charges": ["id", "outcome.type"]}.'
  throw new SandboxError('SANDBOX_BAD_INPUT', message, remedy)
}

/** What is known to be read of an interaction. The first name that something is known of counts. */
export function readsOf(known: readonly KnownReads[], names: readonly (string | undefined)[]): Reads {
  for (const name of names) {
    for (const each of known) {
      if (name === undefined || !Object.hasOwn(each.fields, name)) continue
      return { known: each.known, fields: [...new Set(each.fields[name])].sort() }
    }
  }
  return { known: READS.recorded }
}

/** A body with only the fields that are read; one that it lacks is left out. */
export function pruned(body: unknown, { fields }: Reads): unknown {
  if (fields === undefined) return body
  const paths = fields.map((field) => field.split(/\.|(?=\[\])/).map((key) => (key === '[]' ? '*' : key)))
  return prune(body, paths)
}

function prune(body: unknown, paths: readonly (readonly string[])[]): unknown {
  if (paths.some(({ length }) => length === 0)) return body
  if (Array.isArray(body)) {
    const inside = paths.filter(([key]) => key === '*' || key === '0').map((path) => path.slice(1))
    return inside.length === 0 ? [] : body.map((item) => prune(item, inside))
  }
  if (typeof body !== 'object' || body === null) return body
  const kept = Object.entries(body).flatMap(([key, value]) => {
    const inside = paths.filter(([first]) => first === key).map((path) => path.slice(1))
    return inside.length > 0 ? [[key, prune(value, inside)] as const] : []
  })
  return Object.fromEntries(kept)
}
