import { join } from 'node:path'
import { openDescription } from '../../../../src/contracts/descriptions/open-description.js'
import { Description } from '../../../../src/engine/description/description.js'
import { packageRoot } from '../../../../src/engine/generated.js'
import type { Walked } from './walk.js'

const ROOT = packageRoot()
/** Stripe's own document of 2024-04-10. */
const FILE = join('node_modules', '@opensdks', 'sdk-stripe', 'stripe.oas.json')

export async function olderDescription(): Promise<Description> {
  // Both forms have the parts that the engine reads.
  return new Description((await openDescription('stripe', FILE, ROOT)) as never)
}

/** Where an answer does not fit an older description of the same operation: `type.field: kind`. What was added since does no harm. */
export function unlike(older: Description, { operation, answer }: Walked): string[] | undefined {
  const success = older.operation(operation.key)?.success
  if (!success?.mediaType.includes('json') || answer.status >= 300) return undefined
  const issues = older.validator.check(success.schema, answer.json, 'body', 'answer')
  return issues
    .filter(({ kind }) => kind !== 'unknown')
    .map(({ path, kind }) => `${fieldAt(answer.json, path)}: ${kind}`)
}

/** `invoice.paid`: the field by the resource that it is of. */
function fieldAt(answer: unknown, path: readonly (string | number)[]): string {
  let at = answer
  let type = ''
  let inside: string[] = []
  for (const part of path) {
    const { object } = (at ?? {}) as { object?: unknown }
    if (typeof object === 'string') {
      type = object
      inside = []
    }
    if (typeof part === 'string') inside.push(part)
    at = (at as Record<string | number, unknown> | undefined)?.[part]
  }
  return [type, ...inside].join('.')
}
