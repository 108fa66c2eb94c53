import type { Sandbox } from '../sandbox.js'
import type { Snapshot } from '../world/snapshot.js'
import { answerOf } from './answer.js'
import type { Bundle, BundleHead } from './bundle.js'
import { differences } from './difference.js'
import { Disguise } from './disguise.js'
import type { Draw } from './draws.js'
import { type JournalItem, journalOf } from './journal.js'
import type { Recording } from './recording.js'
import { Replayer } from './replay.js'
import { noTransport } from './replay-bundle.js'

/** Of what a replay gave otherwise than was recorded, so many are told. */
const MOST_NOTES = 10

/**
 * Makes a bundle of what was recorded: without secrets and personal data, and with the answers that a replay of it gives, so that
 * what is derived of them is right.
 * @param program version of the one that writes it
 */
export async function saveBundle(sandbox: Sandbox, recording: Recording, program: string): Promise<Bundle> {
  const { start: begin, items, forgotten } = recording
  const first = await again(sandbox, begin, journalOf(items, new Map()), [])
  const fresh = sandbox.twin({ transport: noTransport })
  const disguise = new Disguise(fresh, begin, first.journal, first.drawn)
  fresh.close()
  const start = disguise.snapshot(begin)
  const draws = disguise.draws()
  const second = await again(
    sandbox,
    start,
    first.journal.map((item) => disguise.item(item)),
    draws,
  )
  const notes = [...(await unlikeTheRecord(recording, first.journal)), ...unlikeItself(first.journal, second.journal)]
  const head = headOf(sandbox, start, forgotten, program)
  const settings = disguise.data(head.settings) as BundleHead['settings']
  return { head: { ...head, settings, draws: draws.map((draw) => [...draw]), notes }, start, journal: second.journal }
}

function headOf(sandbox: Sandbox, start: Snapshot, forgotten: number, program: string): BundleHead {
  const {
    settings = {},
    strict = false,
    failOnGeneric = false,
    openKeys = false,
    materializeIds = false,
  } = sandbox.options
  return {
    program,
    world: start.world,
    seed: start.seed,
    vendors: start.vendors.map((vendor) => ({ ...vendor })),
    settings: JSON.parse(JSON.stringify(settings)),
    strict,
    failOnGeneric,
    openKeys,
    materializeIds,
    controlUrl: sandbox.controlUrl ?? null,
    forgotten,
    notes: [],
    draws: [],
  }
}

/** The journal with the answers and the webhooks that a replay of it gives. */
async function again(
  sandbox: Sandbox,
  start: Snapshot,
  journal: readonly JournalItem[],
  draws: readonly Draw[],
): Promise<{ readonly journal: JournalItem[]; readonly drawn: readonly Draw[] }> {
  const twin = sandbox.twin({ transport: noTransport })
  try {
    const replayer = new Replayer(twin, start, draws)
    const out: JournalItem[] = []
    for (const item of journal) {
      const made = await replayer.step(item)
      if (item.kind === 'exchange' && made.kind === 'answer') out.push({ ...item, answer: made.answer })
      else if (item.kind === 'delivery' && made.kind === 'delivery' && made.request) {
        out.push({ ...item, request: made.request })
      } else if (made.kind !== 'absent') out.push(item)
    }
    return { journal: out, drawn: replayer.drawn }
  } finally {
    twin.close()
  }
}

/** Says which answers were others when they were given: then the replay does not show all that happened. */
async function unlikeTheRecord(recording: Recording, replayed: readonly JournalItem[]): Promise<string[]> {
  const given = new Map<string, JournalItem>()
  for (const item of replayed) if (item.kind === 'exchange') given.set(item.id, item)
  const notes: string[] = []
  for (const item of recording.items) {
    if (item.kind !== 'exchange' || notes.length >= MOST_NOTES) continue
    const now = given.get(item.id)
    const { outcome } = item
    const streamed =
      outcome.kind === 'reply' && typeof outcome.body === 'object' && !(outcome.body instanceof Uint8Array)
    if (now?.kind !== 'exchange' || streamed) continue
    const [found] = differences(await answerOf(outcome), now.answer, 1)
    if (found) notes.push(`${named(now)} was answered otherwise when it was recorded: ${found.where}.`)
  }
  return notes
}

/** Says where the pseudonyms have made another answer of one. */
function unlikeItself(plain: readonly JournalItem[], disguised: readonly JournalItem[]): string[] {
  const notes: string[] = []
  plain.forEach((item, i) => {
    const other = disguised[i]
    if (item.kind !== 'exchange' || other?.kind !== 'exchange' || notes.length >= MOST_NOTES) return
    const { status } = other.answer
    if (status === item.answer.status) return
    notes.push(`${named(other)} was answered ${item.answer.status}; with pseudonyms it is ${status}.`)
  })
  return notes
}

function named({ id, operation, request }: Extract<JournalItem, { kind: 'exchange' }>): string {
  return `${operation ?? request.method} (${id})`
}
