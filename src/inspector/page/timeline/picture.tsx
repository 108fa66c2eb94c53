import type { Happening } from '../api/happenings.js'
import { type Lanes, middleOf, PROGRAM, ROW } from './lanes.js'
import type { Placed } from './order.js'

export interface PictureProps {
  readonly placed: readonly Placed[]
  readonly lanes: Lanes
  readonly first: number
  readonly last: number
  /** Places of what belongs to the chosen one. */
  readonly chain: ReadonlySet<number>
}

/** The lanes, what went between them, and what came of what: only the part that is seen. For the eye; the rows say the same in words. */
export function Picture({ placed, lanes, first, last, chain }: PictureProps) {
  const width = lanes.names.length * lanes.width
  const top = first * ROW
  const height = (last - first + 1) * ROW
  const links = linksIn(placed, first, last)
  return (
    <svg
      class="picture"
      aria-hidden="true"
      width={width}
      height={height}
      viewBox={`0 ${top} ${width} ${height}`}
      style={{ transform: `translateY(${top}px)` }}
    >
      {lanes.names.map((name, lane) => (
        <line
          key={name}
          class="lane"
          x1={middleOf(lanes, lane)}
          x2={middleOf(lanes, lane)}
          y1={top}
          y2={top + height}
        />
      ))}
      {links.map(({ from, to, kind }) => (
        <Link
          key={`${kind}-${from}-${to}`}
          lanes={lanes}
          lane={kind === 'during' ? PROGRAM : laneOf(placed[to]?.happening, lanes)}
          from={from}
          to={to}
          kind={kind}
          strong={chain.has(from) && chain.has(to)}
        />
      ))}
      {placed.slice(first, last + 1).map(({ happening }, i) => (
        <Step
          key={happening.number}
          happening={happening}
          lanes={lanes}
          y={(first + i) * ROW + ROW / 2}
          strong={chain.has(first + i)}
        />
      ))}
    </svg>
  )
}

interface CauseLink {
  readonly from: number
  readonly to: number
  readonly kind: 'because' | 'during'
}

function linksIn(placed: readonly Placed[], first: number, last: number): CauseLink[] {
  return placed.flatMap(({ because, during }, to): CauseLink[] => {
    const from = because ?? during
    if (from === undefined || to < first || from > last) return []
    return [{ from, to, kind: because === undefined ? 'during' : 'because' }]
  })
}

function laneOf(happening: Happening | undefined, lanes: Lanes): number {
  return lanes.of(happening && 'vendor' in happening ? happening.vendor : null)
}

/** From a cause down to what came of it, beside the lane in which both stand. */
function Link({
  lanes,
  lane,
  from,
  to,
  kind,
  strong,
}: CauseLink & { readonly lanes: Lanes; readonly lane: number; readonly strong: boolean }) {
  const side = kind === 'during' ? -1 : 1
  const x = middleOf(lanes, lane) + side * 7
  const bulge = x + side * Math.min(lanes.width / 2 - 10, 10 + (to - from) * 5)
  const [y1, y2] = [from * ROW + ROW / 2, to * ROW + ROW / 2]
  return (
    <path
      class={`link ${kind}${strong ? ' strong' : ''}`}
      d={`M${x} ${y1} C${bulge} ${y1 + 12} ${bulge} ${y2 - 12} ${x} ${y2}`}
    />
  )
}

interface StepProps {
  readonly happening: Happening
  readonly lanes: Lanes
  readonly y: number
  readonly strong: boolean
}

function Step({ happening, lanes, y, strong }: StepProps) {
  const lane = laneOf(happening, lanes)
  const x = middleOf(lanes, lane)
  if (happening.kind === 'request' && !happening.staged) {
    return (
      <Arrow
        from={middleOf(lanes, PROGRAM)}
        to={x}
        y={y}
        good={happening.status > 0 && happening.status < 400}
        strong={strong}
        answered
      />
    )
  }
  if (happening.kind === 'delivery') {
    return <Arrow from={x} to={middleOf(lanes, PROGRAM)} y={y} good={happening.accepted} strong={strong} />
  }
  if (happening.kind === 'command') {
    return (
      <rect
        class={`step command${strong ? ' strong' : ''}`}
        x={x - 5}
        y={y - 5}
        width="10"
        height="10"
        transform={`rotate(45 ${x} ${y})`}
      />
    )
  }
  return <circle class={`step change${strong ? ' strong' : ''}`} cx={x} cy={y} r="5" />
}

interface ArrowProps {
  readonly from: number
  readonly to: number
  readonly y: number
  readonly good: boolean
  readonly strong: boolean
  /** Something stands at its end: a request meets the vendor's state. */
  readonly answered?: boolean
}

/** Dashed where it came to nothing. */
function Arrow({ from, to, y, good, strong, answered = false }: ArrowProps) {
  const back = to < from ? 1 : -1
  const tip = answered ? to + back * 6 : to
  const kind = `${good ? 'good' : 'bad'}${strong ? ' strong' : ''}`
  return (
    <g class={`arrow ${kind}`}>
      <line x1={from} x2={tip} y1={y} y2={y} />
      <path d={`M${tip + back * 8} ${y - 4.5} L${tip} ${y} L${tip + back * 8} ${y + 4.5}`} />
      {answered && good && <circle cx={to} cy={y} r="5" />}
      {answered && !good && <path d={`M${to - 4} ${y - 4} l8 8 m0 -8 l-8 8`} />}
      {!answered && <circle class="start" cx={from} cy={y} r="3.5" />}
    </g>
  )
}
