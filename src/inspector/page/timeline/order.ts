import type { AttemptHappening, Happening, RequestHappening, RowChange } from '../api/happenings.js'

/** A happening in its place, and where its cause is. */
export interface Placed {
  readonly happening: Happening
  /** Rows that it came of: the cause of a webhook, and the webhook while which a program asked. */
  readonly because: number | undefined
  readonly during: number | undefined
  /** Milliseconds on the world's clock since the one before. */
  readonly gap: number
}

/** In the order in which things began, each with the place of what it came of. */
export function inOrder(happenings: readonly Happening[]): Placed[] {
  const sorted = [...happenings].sort((a, b) => a.wallTime - b.wallTime || rank(a) - rank(b) || a.number - b.number)
  const places = new Map(sorted.map((happening, i) => [happening.number, i]))
  const attempts = sorted.filter((each): each is AttemptHappening => each.kind === 'delivery')
  const byNumber = new Map(happenings.map((each) => [each.number, each]))
  return sorted.map((happening, i) => {
    const number = 'because' in happening ? happening.because : null
    const during = happening.kind === 'request' ? toldMeanwhile(happening, attempts, byNumber) : undefined
    const before = sorted[i - 1]
    return {
      happening,
      because: number === null ? undefined : places.get(number),
      during: during && places.get(during.number),
      gap: before ? Date.parse(happening.at) - Date.parse(before.at) : 0,
    }
  })
}

/** What was done to the world comes before what it brought about. */
function rank({ kind }: Happening): number {
  return kind === 'command' ? 0 : kind === 'change' ? 1 : 2
}

/** The webhook while whose delivery a program asked: of several, the one that speaks of what was asked for. */
function toldMeanwhile(
  { wallTime, target, staged }: RequestHappening,
  attempts: readonly AttemptHappening[],
  byNumber: ReadonlyMap<number, Happening>,
): AttemptHappening | undefined {
  if (staged) return undefined
  const open = attempts.filter((each) => wallTime >= each.wallTime && wallTime <= each.wallTime + each.duration)
  const named = open.filter((each) => changesOf(byNumber.get(each.because ?? -1)).some(({ id }) => target.includes(id)))
  if (named.length > 0) return named.at(-1)
  return open.length === 1 ? open[0] : undefined
}

export function changesOf(happening: Happening | undefined): readonly RowChange[] {
  return happening?.kind === 'request' || happening?.kind === 'change' ? happening.changes : []
}

/** Everything that a happening came of, and that came of it. */
export function chainOf(placed: readonly Placed[], start: number): Set<number> {
  const chain = new Set([start])
  for (let at: number | undefined = start; at !== undefined; ) {
    const each: Placed | undefined = placed[at]
    at = each?.because ?? each?.during
    if (at === undefined || chain.has(at)) break
    chain.add(at)
  }
  for (let grown = true; grown; ) {
    grown = false
    placed.forEach(({ because, during }, i) => {
      const from = because ?? during
      if (from !== undefined && chain.has(from) && !chain.has(i)) {
        chain.add(i)
        grown = true
      }
    })
  }
  return chain
}
