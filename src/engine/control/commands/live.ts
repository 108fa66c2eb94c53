import { z } from 'zod'
import type { DeliveryRow } from '../../events/delivery.js'
import type { Happening } from '../../history/happening.js'
import type { Entry } from '../../log/entry.js'
import type { World } from '../../world/world.js'
import { command } from '../command.js'
import type { Control } from '../control.js'
import { EventStream } from '../event-stream.js'
import { followWorld } from '../follow-world.js'
import { happeningView } from '../history-view.js'
import { clockView, deliveryView, summary } from '../views.js'

/** Milliseconds of wall time for which things are gathered. */
const EVERY = 100
/** Of each kind, in one event: whoever looks on cannot read more, and is told that there were. */
const MOST = 500

const PARTS = ['requests', 'deliveries', 'timeline'] as const
type Part = (typeof PARTS)[number]

const query = z.strictObject({
  /** Any of requests, deliveries, timeline, with commas. Default the first two. */
  what: z
    .string()
    .default('requests,deliveries')
    .transform((text) => text.split(','))
    .pipe(z.array(z.enum(PARTS))),
})

/** All that happens in a world, as server-sent events named `batch`: one at most each 100 ms, however much there is. */
export const live = command({
  query,
  run: ({ control, world, query: { what }, signal }) =>
    new EventStream(signal, (push) =>
      followWorld(control.sandbox, world, (current) => gather(control, current, new Set(what), push)),
    ),
})

function gather(
  control: Control,
  world: World,
  what: ReadonlySet<Part>,
  push: (event: string, data: unknown) => void,
): () => void {
  const batch = new Batch(world, push)
  const stops = [
    what.has('requests') && world.log.listen((entry) => batch.request(entry)),
    what.has('deliveries') && world.deliveries.listen((row) => batch.delivery(row)),
    control.histories.of(world).listen((happening) => batch.happening(happening, what.has('timeline'))),
  ]
  return () => {
    for (const stop of stops) if (stop) stop()
    batch.stop()
  }
}

class Batch {
  private readonly world: World
  private readonly push: (event: string, data: unknown) => void
  private requests: Entry[] = []
  /** By id: what changed twice is told once. */
  private readonly deliveries = new Map<string, DeliveryRow>()
  private happenings: Happening[] = []
  private commands: string[] = []
  private skipped = 0
  private timer: NodeJS.Timeout | undefined

  constructor(world: World, push: (event: string, data: unknown) => void) {
    this.world = world
    this.push = push
    // Whoever reads along learns of a reset by this.
    push('world', { requests: world.log.size, clock: clockView(world) })
  }

  request(entry: Entry): void {
    if (this.requests.length >= MOST) this.skipped++
    else this.requests.push(entry)
    this.arm()
  }

  delivery(row: DeliveryRow): void {
    this.deliveries.set(row.id, row)
    this.arm()
  }

  happening(happening: Happening, wanted: boolean): void {
    if (happening.kind === 'command') this.commands.push(happening.name)
    else if (!wanted) return
    if (wanted && this.happenings.length < MOST) this.happenings.push(happening)
    this.arm()
  }

  stop(): void {
    clearTimeout(this.timer)
  }

  private arm(): void {
    this.timer ??= setTimeout(() => this.flush(), EVERY).unref()
  }

  private flush(): void {
    this.timer = undefined
    const { world } = this
    this.push('batch', {
      requests: this.requests.map(summary),
      deliveries: [...this.deliveries.values()].slice(-MOST).map(deliveryView),
      timeline: this.happenings.map((happening) => happeningView(world, happening)),
      commands: this.commands,
      skipped: this.skipped,
      clock: clockView(world),
    })
    this.requests = []
    this.deliveries.clear()
    this.happenings = []
    this.commands = []
    this.skipped = 0
  }
}
