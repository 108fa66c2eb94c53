import { type Fetched, fetchContent } from '../campaigns/fetched-content.js'
import { askUrlOf, type UrlCheck } from '../webhooks/check-url.js'
import type { MailchimpWorld } from '../world.js'

export type Prior = UrlCheck | Fetched

interface Sent {
  readonly method: string
  readonly path: string
  readonly body?: string | undefined
}

/** What the operations of those paths wait for when they are sent by themselves. */
const WAITING: readonly (readonly [RegExp, (world: MailchimpWorld, body: Body) => Promise<Prior>])[] = [
  [/^\/?(?:3\.0\/)?(?:lists\/[^/]+\/webhooks|batch-webhooks)(?:\/|$)/, askUrlOf],
  [/^\/?(?:3\.0\/)?campaigns\/[^/]+\/content$/, fetchContent],
]

type Body = Readonly<Record<string, unknown>>

/**
 * Operations of a batch run inside transactions, where nothing waits: what some of them would wait for is looked up when the
 * batch is taken in, by their place in it. @unverified when the vendor asks
 */
export async function lookUpFor(
  world: MailchimpWorld,
  operations: readonly Sent[],
): Promise<readonly (Prior | undefined)[]> {
  const found: (Prior | undefined)[] = []
  for (const [i, { method, path, body }] of operations.entries()) {
    if (/^(?:get|delete)$/i.test(method)) continue
    const look = WAITING.find(([pattern]) => pattern.test(path))?.[1]
    const sent = look && bodyOf(body)
    if (look && sent) found[i] = await look(world, sent)
  }
  return found
}

/** None for what is no JSON: the operation will say so itself. */
function bodyOf(text: string | undefined): Body | undefined {
  try {
    const body: unknown = JSON.parse(text ?? '')
    return typeof body === 'object' && body !== null ? (body as Body) : undefined
  } catch {
    return undefined
  }
}
