import { setImmediate as turn } from 'node:timers/promises'
import type { DeliveryRequest } from '../events/delivery.js'
import type { Outcome } from '../exchange.js'
import { DROPPED, TRIED } from '../observe/observe-job.js'
import type { Sandbox } from '../sandbox.js'
import type { Snapshot } from '../world/snapshot.js'
import type { World } from '../world/world.js'
import { answerOf, type RecordedAnswer } from './answer.js'
import { applyCommand } from './apply-command.js'
import { type Draw, watchDraws } from './draws.js'
import type { JournalBegun, JournalDelivery, JournalExchange, JournalItem, JournalRequest } from './journal.js'

/** What came of one item of a journal, the second time. */
export type Replay =
  | { readonly kind: 'answer'; readonly answer: RecordedAnswer }
  | { readonly kind: 'delivery'; readonly request: DeliveryRequest | undefined }
  /** What was to happen to something that is not there this time. */
  | { readonly kind: 'absent'; readonly what: string }
  | { readonly kind: 'done' }

interface Waiting {
  readonly outcome: Promise<Outcome>
  readonly open: () => void
  readonly leave: () => void
}

/**
 * Does a journal again, one thing after the other, in a sandbox of its own. Nothing is sent out and nothing falls due by itself:
 * jobs and deliveries happen where the journal has them, at the times that it has.
 */
export class Replayer {
  private readonly sandbox: Sandbox
  private readonly world: World
  private readonly waiting = new Map<string, Waiting>()
  private readonly priors = new Map<Waiting, unknown>()
  /** What was drawn so far. */
  readonly drawn: readonly Draw[]

  constructor(sandbox: Sandbox, start: Snapshot, draws: readonly Draw[] = []) {
    this.sandbox = sandbox
    this.world = sandbox.restoreWorld(start.world, start)
    sandbox.anonymousIds.state = start.anonymousIds
    this.world.scheduler.stop()
    this.world.clock.detach()
    this.drawn = watchDraws(this.world, draws)
    // Requests of no world are told of in the default one, by its clock.
    if (this.world !== sandbox.defaultWorld) sandbox.defaultWorld.clock.detach()
  }

  async step(item: JournalItem): Promise<Replay> {
    this.setClock(item.kind === 'exchange' && !this.waiting.has(item.id) ? item.began : item.at)
    if (item.kind === 'command') await applyCommand(this.world, item)
    else if (item.kind === 'begun') await this.begin(item)
    else if (item.kind === 'exchange') return { kind: 'answer', answer: await this.exchange(item) }
    else if (item.kind === 'delivery') return this.delivery(item)
    else if (!this.job(item.job, item.id)) return { kind: 'absent', what: `the job ${item.job} (${item.id})` }
    return { kind: 'done' }
  }

  private setClock(now: number): void {
    const { clock } = this.world
    clock.restore({ now, frozen: clock.frozen, wallTime: 0 })
  }

  private async begin(item: JournalBegun): Promise<void> {
    const waiting = this.send(item.request, item.wallTime, () => undefined)
    this.waiting.set(item.id, waiting)
    await turn()
  }

  private async exchange(item: JournalExchange): Promise<RecordedAnswer> {
    const begun = this.waiting.get(item.id)
    this.waiting.delete(item.id)
    if (!begun) {
      const sent = this.send(item.request, item.wallTime, () => item.prior)
      // One that waits, of which nothing says so: it began before the record.
      sent.open()
      return answerOf(await sent.outcome)
    }
    this.priors.set(begun, item.prior)
    begun.open()
    // One that waits for an event which never came is let go, as it was by the time that was up.
    const outcome = await Promise.race([begun.outcome, turn().then(() => turn())])
    if (outcome) return answerOf(outcome)
    begun.leave()
    return answerOf(await begun.outcome)
  }

  private send(request: JournalRequest, wallTime: number, prior: () => unknown): Waiting {
    const gone = new AbortController()
    let open = () => {}
    const gate = new Promise<void>((resolve) => {
      open = resolve
    })
    const { priors } = this
    const { vendor, staged, ...rest } = request
    const where = { ...(vendor !== undefined && { vendor }), ...(staged && { staged }) }
    const exchange = { ...rest, ...where, signal: gone.signal }
    const outcome = this.sandbox.replay(exchange, {
      wallTime,
      gate,
      get prior() {
        return priors.get(waiting) ?? prior()
      },
    })
    const waiting: Waiting = { outcome, open, leave: () => gone.abort() }
    return waiting
  }

  private delivery(item: JournalDelivery): Replay {
    const { deliveries } = this.world
    const row = deliveries.table.find(item.id)
    if (!row) return { kind: 'absent', what: `the delivery ${item.id} (${item.type})` }
    const request = deliveries.replayAttempt(row, item.came, item.attempt, item.wallTime)
    return item.changes.length > 0 ? { kind: 'done' } : { kind: 'delivery', request }
  }

  private job(job: string, id: string): boolean {
    if (job !== DROPPED && job !== TRIED) return this.fire(id)
    const { deliveries, sandbox } = this.world
    const row = deliveries.table.find(id)
    const rules = row && sandbox.runtime(row.vendor)?.definition.events
    if (row && job === DROPPED) deliveries.drop(row)
    else if (row && rules) deliveries.meetFaults(row, rules)
    return row !== undefined
  }

  /** A job that fails has failed the first time too. */
  private fire(id: string): boolean {
    try {
      return this.world.timers.fire(id)
    } catch (error) {
      this.sandbox.report(error)
      return true
    }
  }
}
