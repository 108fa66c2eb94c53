import { batch, effect, signal } from '@preact/signals'
import type { Batch, Clock, Delivery, RequestLine } from '../api/answers.js'
import { get, Refused } from '../api/call.js'
import type { Happening } from '../api/happenings.js'
import { listen } from '../api/live.js'
import { token } from '../api/token.js'
import { clock, refreshStatus, world, worldPath } from './world.js'

/** As many as the sandbox keeps. */
const MOST = 10_000
const MOST_HAPPENINGS = 2000
/** Milliseconds before the connection is tried again. */
const PAUSE = 1500

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
    try {
      const what = timeline ? 'requests,deliveries,timeline' : 'requests,deliveries'
      const opened = () => {
        told = false
        void load(path, timeline)
      }
      await listen(`${path}/live?what=${what}`, signal, opened, (event, data) => {
        if (!signal.aborted) take(event, data, path, timeline)
      })
    } catch (error) {
      if (signal.aborted) return
      // The world that was looked at is gone.
      if (error instanceof Refused && error.status === 404) world.value = 'default'
    }
    if (signal.aborted) return
    connection.value = 'lost'
    await new Promise((resolve) => setTimeout(resolve, PAUSE))
  }
}

/** Whether this connection has named its world. */
let told = false

function take(event: string, data: unknown, path: string, timeline: boolean): void {
  if (event === 'world') {
    clock.value = (data as { clock: Clock }).clock
    // The first one comes with the connection; a further one means that the world was emptied.
    if (told) void load(path, timeline)
    told = true
    return
  }
  if (event === 'batch') takeBatch(data as Batch, timeline)
}

async function load(path: string, timeline: boolean): Promise<void> {
  const [log, sent, line] = await Promise.all([
    get<{ entries: RequestLine[] }>(`${path}/logs`, { limit: MOST }),
    get<{ deliveries: Delivery[] }>(`${path}/deliveries`, { limit: 2000 }),
    timeline ? get<{ happenings: Happening[] }>(`${path}/timeline`, { limit: MOST_HAPPENINGS }) : undefined,
    refreshStatus(),
  ])
  batch(() => {
    requests.value = log.entries
    deliveries.value = sent.deliveries
    happenings.value = line?.happenings ?? []
    connection.value = 'live'
    skipped.value = 0
    pulse.value++
    commanded.value++
  })
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
  const known = new Set(before.slice(0, fresh.length + 50).map(({ id }) => id))
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
