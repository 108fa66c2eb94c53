import { type Interaction, isHttp, READS } from '../pact/pact-file.js'
import { EACH } from './promise.js'

/** What a consumer reads of an answer or message. */
export interface FieldsRead {
  readonly paths: readonly (readonly string[])[]
  /** Whether it is known to read them; otherwise they were only there. */
  readonly known: boolean
}

/** The fields that an interaction says are read, or every field of what was recorded. */
export function fieldsRead(interaction: Interaction): FieldsRead {
  const reads = interaction.comments?.standin?.reads
  const known = reads !== undefined && reads.known !== READS.recorded
  if (reads?.fields && known) return { paths: reads.fields.map(partsOf), known }
  const body = isHttp(interaction) ? interaction.response.body?.content : interaction.contents.content
  const leaves = [...new Set(leavesOf(body, []))].map((path) => path.split('\0'))
  // A file of another tool holds what its author wrote down, and nothing else.
  return { paths: leaves, known: known || interaction.comments?.standin === undefined }
}

/** `data.*.id`, `data[0].id` and `$.data[*].id` say the same. */
export function partsOf(field: string): string[] {
  return field
    .replace(/^\$\.?/, '')
    .replace(/\[(?:\d+|\*)?\]/g, `.${EACH}`)
    .split('.')
    .filter((part) => part !== '')
    .map((part) => (/^\d+$/.test(part) ? EACH : part))
}

function leavesOf(value: unknown, path: readonly string[]): string[] {
  if (Array.isArray(value) && value.length > 0) return value.flatMap((item) => leavesOf(item, [...path, EACH]))
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    const entries = Object.entries(value)
    if (entries.length > 0) return entries.flatMap(([name, inner]) => leavesOf(inner, [...path, name]))
  }
  return path.length === 0 ? [] : [path.join('\0')]
}
