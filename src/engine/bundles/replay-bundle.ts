import type { DeliveryRequest } from '../events/delivery.js'
import { Sandbox, type SandboxOptions } from '../sandbox.js'
import type { AnyVendor } from '../vendor.js'
import type { RecordedAnswer } from './answer.js'
import type { Bundle, BundleHead } from './bundle.js'
import { type Difference, differences } from './difference.js'
import type { JournalItem } from './journal.js'
import { type Replay, Replayer } from './replay.js'

/** The first thing that went otherwise than it is recorded. */
export interface FirstDifference {
  /** Its place in the journal, from 1. */
  readonly number: number
  readonly item: JournalItem
  readonly differences: readonly Difference[]
}

export interface ReplayReport {
  readonly items: number
  readonly requests: number
  readonly deliveries: number
  readonly first: FirstDifference | undefined
  /** Vendors whose description is another version than it was. */
  readonly versions: readonly { readonly vendor: string; readonly recorded: string; readonly now: string }[]
}

/** How a sandbox has to be for a bundle's answers to be the same. */
export function optionsOf(head: BundleHead): Omit<SandboxOptions, 'vendors'> {
  const { settings, strict, failOnGeneric, openKeys, materializeIds, controlUrl } = head
  return { settings, strict, failOnGeneric, openKeys, materializeIds, ...(controlUrl !== null && { controlUrl }) }
}

/** Replays a bundle until something differs. Nothing is sent out. */
export async function replayBundle(bundle: Bundle, vendors: readonly AnyVendor[]): Promise<ReplayReport> {
  const sandbox = await Sandbox.create({ ...optionsOf(bundle.head), vendors, transport: noTransport })
  try {
    const versions = bundle.head.vendors.flatMap(({ name, version }) => {
      const now = sandbox.runtime(name)?.description.version
      return now !== undefined && now !== version ? [{ vendor: name, recorded: version, now }] : []
    })
    return { ...(await run(sandbox, bundle)), versions }
  } finally {
    sandbox.close()
    bundle.start.files.close()
  }
}

async function run(sandbox: Sandbox, { head, start, journal }: Bundle): Promise<Omit<ReplayReport, 'versions'>> {
  const replayer = new Replayer(sandbox, start, head.draws)
  const counts = { items: 0, requests: 0, deliveries: 0 }
  for (const item of journal) {
    const found = judge(item, await replayer.step(item))
    counts.items++
    if (item.kind === 'exchange') counts.requests++
    if (item.kind === 'delivery') counts.deliveries++
    if (found.length > 0) return { ...counts, first: { number: counts.items, item, differences: found } }
  }
  return { ...counts, first: undefined }
}

/** What differs between an item as it is recorded and what came of it now. */
export function judge(item: JournalItem, replay: Replay): readonly Difference[] {
  if (replay.kind === 'absent') return [{ where: replay.what, recorded: 'happened', now: 'there is no such thing' }]
  if (item.kind === 'exchange' && replay.kind === 'answer') return differences(item.answer, replay.answer)
  if (item.kind === 'delivery' && replay.kind === 'delivery') {
    return differences(sent(item.request), sent(replay.request))
  }
  return []
}

/** What is told to an endpoint, compared as answers are. */
function sent(request: DeliveryRequest | undefined): RecordedAnswer {
  const { headers = {}, body = '' } = request ?? {}
  return { kind: 'reply', status: 0, headers: { ...headers, url: request?.url ?? '' }, body: Buffer.from(body) }
}

/** Nothing that is replayed leaves the process: what came of it is recorded. */
export async function noTransport(): Promise<never> {
  throw new Error('A replay sends nothing out.')
}
