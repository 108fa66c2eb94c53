import type { Range, Sent } from './range.js'

export interface Finding {
  /** `forged-signature`: for programs. */
  readonly id: string
  /** What an endpoint has to do. */
  readonly rule: string
  readonly verdict: 'passed' | 'failed' | 'not judged'
  /** What it did, where that was wrong or could not be seen. */
  readonly said: string
}

/** What the endpoint did when all was well: the measure of all that follows. */
interface Measure {
  readonly once: number
}

type Judge = (range: Range, measure: Measure) => Promise<string | undefined>

export interface Check {
  readonly id: string
  readonly rule: string
  /** What was wrong, or undefined. */
  readonly judge: Judge
  /** Only where a delivery has an effect that can be seen. */
  readonly needsEffect?: boolean
  readonly needsRestart?: boolean
}

const FORGERIES: Readonly<Record<string, readonly [id: string, rule: string]>> = {
  unsigned: ['unsigned', 'A delivery without a signature is refused.'],
  signature: ['forged-signature', 'A delivery with a made-up signature is refused.'],
  secret: ['wrong-secret', 'A delivery that another secret signed is refused.'],
  body: ['tampered-body', 'A delivery whose body was changed after it was signed is refused.'],
  time: ['stale-timestamp', 'A delivery with a signature of an hour ago is refused.'],
}
/** In milliseconds: of a stale timestamp. */
const HOUR = 3_600_000
const AT_ONCE = 5
/** In milliseconds: how long the stand-in is slow, and how long the sender waits. */
const SLOW = 400
const IMPATIENT = 150
const CRASH = 700

/** What an endpoint of this vendor is put to, after the good delivery. */
export function checksOf(forgeries: readonly string[]): Check[] {
  return [...forgeries.flatMap((how) => (FORGERIES[how] ? [forgery(how, FORGERIES[how])] : [])), ...CHECKS]
}

function forgery(how: string, [id, rule]: readonly [string, string]): Check {
  return {
    id,
    rule,
    judge: async (range) => {
      const delivery = range.main(await range.cause())
      let sent: Sent | undefined
      const effects = await range.effects(async () => {
        sent = await range.send(delivery, { how, ...(how === 'time' && { age: HOUR }) })
      })
      if (effects > 0) return `it was applied (answered ${answerOf(sent)})`
      return sent?.accepted ? `it was accepted (answered ${answerOf(sent)})` : undefined
    },
  }
}

const CHECKS: readonly Check[] = [
  {
    id: 'replayed',
    rule: 'The same bytes again have no further effect.',
    judge: async (range) => {
      const delivery = range.main(await range.cause())
      const { signedAt } = await range.send(delivery)
      await range.quiet()
      return further(await range.effects(() => range.send(delivery, { signedAt })))
    },
  },
  {
    id: 'duplicated',
    rule: 'The same event, delivered twice, has no further effect.',
    judge: async (range) => {
      const delivery = range.main(await range.cause())
      await range.send(delivery)
      await range.quiet()
      return further(await range.effects(() => range.send(delivery)))
    },
  },
  {
    id: 'another-event-id',
    rule: 'The same object under another event id has no further effect.',
    judge: async (range) => {
      const delivery = range.main(await range.cause())
      await range.send(delivery)
      await range.quiet()
      const again = await range.again(delivery)
      return further(await range.effects(() => range.send(again)))
    },
  },
  {
    id: 'in-parallel',
    rule: 'The same event, delivered several times at once, is applied once.',
    judge: async (range, { once }) => {
      const delivery = range.main(await range.cause())
      const all = () => Promise.all(Array.from({ length: AT_ONCE }, () => range.send(delivery)))
      return compared(await range.effects(all), once)
    },
  },
  {
    id: 'reordered',
    rule: 'Events in another order come to the same.',
    judge: async (range, { once }) => {
      const made = [...(await range.cause())].reverse()
      const effects = await range.effects(async () => {
        for (const delivery of made) await range.send(delivery)
      })
      return compared(effects, once)
    },
  },
  {
    id: 'failed-first',
    rule: 'A delivery that could not be applied at first is applied on retry, once.',
    needsEffect: true,
    judge: (range, { once }) =>
      retried(range, once, (delivery) => range.during({ kind: 'status', status: 500 }, delivery)),
  },
  {
    id: 'slow-acknowledgement',
    rule: 'An acknowledgement that comes too late does not make the retry apply twice.',
    needsEffect: true,
    judge: (range, { once }) =>
      retried(range, once, (delivery) => range.during({ kind: 'delay', milliseconds: SLOW }, delivery), {
        timeout: IMPATIENT,
        // What is slow is in the log when it is done.
        takes: 2 * SLOW,
      }),
  },
  {
    id: 'crash',
    rule: 'After a crash between taking a delivery and applying it, it is applied once.',
    needsEffect: true,
    needsRestart: true,
    judge: (range, { once }) =>
      retried(
        range,
        once,
        (delivery) =>
          range.during({ kind: 'hang', when: 'before' }, async () => {
            await delivery()
            await range.restart()
          }),
        { timeout: CRASH },
      ),
  },
]

/** A delivery under bad circumstances, and again as the vendor would, if it was not taken. */
async function retried(
  range: Range,
  once: number,
  badly: (deliver: () => Promise<unknown>) => Promise<unknown>,
  { timeout, takes }: { readonly timeout?: number; readonly takes?: number } = {},
): Promise<string | undefined> {
  const delivery = range.main(await range.cause())
  let sent: Sent | undefined
  const effects = await range.effects(async () => {
    await badly(async () => {
      sent = await range.send(delivery, timeout === undefined ? {} : { timeout })
    })
    await range.quiet(takes)
    if (!sent?.accepted) sent = await range.send(delivery)
  })
  return compared(effects, once)
}

function further(effects: number): string | undefined {
  return effects > 0 ? `it was applied again (${effects} further effect${effects === 1 ? '' : 's'})` : undefined
}

function compared(effects: number, once: number): string | undefined {
  if (effects === once) return undefined
  if (effects > once) return `it was applied more than once (${effects} effects in place of ${once})`
  return `it was not applied (${effects} effects in place of ${once})`
}

/** What a sender saw. */
export function answerOf(sent: Sent | undefined): string {
  return String(sent?.status ?? sent?.error ?? 'nothing')
}
