import { batch, effect, signal } from '@preact/signals'
import type { Batch, Clock, Delivery, RequestLine } from '../api/answers.js'
import { get, Refused } from '../api/call.js'
import type { Happening } from '../api/happenings.js'
import { listen } from '../api/live.js'
import { token } from '../api/token.js'
import { clock, leaveWorld, refreshStatus, world, worldPath } from './world.js'

/** As many as the sandbox keeps. */
const MOST = 10_000
const MOST_HAPPENINGS = 2000
/** Milliseconds before the connection is tried again. */
const PAUSE = 1500
/** Requests that are told, and were answered for before: as many as come while the log is read. */
const OVERLAP = 2000

/** Newest first. */
export const requests = signal<readonly RequestLine[]>([])
/** Newest first. */
export const deliveries = signal<readonly Delivery[]>([])
/** Oldest first; only while a view wants it. */
export const happenings = signal<readonly Happening[]>([])
export const wantsTimeline = signal(false)
export const connection = signal<'opening' | 'live' | 'lost'>('opening')
/** Counts up when anything has happened, and when somebody has done something to the world. */
export const pulse = signal(0)
export const commanded = signal(0)
/** Requests that came too quickly to be told one by one. */
export const skipped = signal(0)

/** How often it is asked which worlds there are, in milliseconds: no event tells of those that are not looked at. */
const WORLDS = 3000

/** Follows the world that is looked at, for as long as the page is open. */
export function follow(): void {
  setInterval(() => {
    if (connection.value === 'live' && !document.hidden) refreshStatus().catch(() => {})
  }, WORLDS)
  effect(() => {
    const path = worldPath.value
    const timeline = wantsTimeline.value
    // A new token is reason to try again.
    token.value
    world.value
    const stop = new AbortController()
    void keep(path, timeline, stop.signal)
    return () => stop.abort()
  })
}

async function keep(path: string, timeline: boolean, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const what = timeline ? 'requests,deliveries,timeline' : 'requests,deliveries'
    const follower = new Follower(path, timeline, signal)
    try {
      await listen(`${path}/live?what=${what}`, signal, () => void follower.load(), follower.take)
    } catch (error) {
      if (signal.aborted) return
      if (error instanceof Refused && error.status === 404) leaveWorld()
    } finally {
      follower.over = true
    }
    if (signal.aborted) return
    connection.value = 'lost'
    await new Promise((resolve) => setTimeout(resolve, PAUSE))
  }
}

/** What one connection tells, from all that was there when it was opened on. */
class Follower {
  private readonly path: string
  private readonly timeline: boolean
  private readonly signal: AbortSignal
  /** The connection has ended. */
  over = false
  /** Whether this connection has named its world. */
  private told = false
  private loads = 0
  /** What was told while it was asked what there is. */
  private waiting: Batch[] | undefined = []

  constructor(path: string, timeline: boolean, signal: AbortSignal) {
    this.path = path
    this.timeline = timeline
    this.signal = signal
  }

  readonly take = (event: string, data: unknown): void => {
    if (this.signal.aborted) return
    if (event === 'world') {
      clock.value = (data as { clock: Clock }).clock
      // The first one comes with the connection; a further one means that the world was emptied.
      if (this.told) void this.load()
      this.told = true
    } else if (event === 'batch') {
      if (this.waiting) this.waiting.push(data as Batch)
      else takeBatch(data as Batch, this.timeline)
    }
  }

  async load(): Promise<void> {
    const turn = ++this.loads
    this.waiting = []
    for (;;) {
      const found = await everything(this.path, this.timeline).catch(() => undefined)
      if (this.signal.aborted || this.over || turn !== this.loads) return
      if (found) return batch(() => this.show(found))
      await new Promise((resolve) => setTimeout(resolve, PAUSE))
    }
  }

  private show({ entries, sent, line }: Everything): void {
    requests.value = entries
    deliveries.value = sent
    happenings.value = line
    connection.value = 'live'
    skipped.value = 0
    pulse.value++
    commanded.value++
    const told = this.waiting ?? []
    this.waiting = undefined
    for (const each of told) takeBatch(each, this.timeline)
  }
}

type Everything = Awaited<ReturnType<typeof everything>>

async function everything(path: string, timeline: boolean) {
  const [{ entries }, { deliveries: sent }, line] = await Promise.all([
    get<{ entries: RequestLine[] }>(`${path}/logs`, { limit: MOST }),
    get<{ deliveries: Delivery[] }>(`${path}/deliveries`, { limit: 2000 }),
    timeline ? get<{ happenings: Happening[] }>(`${path}/timeline`, { limit: MOST_HAPPENINGS }) : undefined,
    refreshStatus(),
  ])
  return { entries, sent, line: line?.happenings ?? [] }
}

function takeBatch(news: Batch, timeline: boolean): void {
  batch(() => {
    if (news.requests.length > 0) requests.value = newestFirst(news.requests, requests.value)
    if (news.deliveries.length > 0) deliveries.value = merged(news.deliveries, deliveries.value)
    if (timeline && news.timeline.length > 0) {
      const last = happenings.value.at(-1)?.number ?? 0
      const fresh = news.timeline.filter(({ number }) => number > last)
      happenings.value = [...happenings.value, ...fresh].slice(-MOST_HAPPENINGS)
    }
    skipped.value += news.skipped
    clock.value = news.clock
    pulse.value++
    if (news.commands.length > 0) commanded.value++
  })
}

function newestFirst(fresh: readonly RequestLine[], before: readonly RequestLine[]): RequestLine[] {
  // Loading and listening overlap.
  const known = new Set(before.slice(0, fresh.length + OVERLAP).map(({ id }) => id))
  return [...fresh.filter(({ id }) => !known.has(id)).reverse(), ...before].slice(0, MOST)
}

/** One that is there stays in its place. */
function merged(fresh: readonly Delivery[], before: readonly Delivery[]): Delivery[] {
  const changed = new Map(fresh.map((each) => [each.id, each]))
  const kept = before.map((each) => {
    const now = changed.get(each.id)
    changed.delete(each.id)
    return now ?? each
  })
  return [...[...changed.values()].reverse(), ...kept].slice(0, MOST)
}
