import type { Limits } from '../api/answers.js'
import { get } from '../api/call.js'
import { Empty } from '../parts/empty.js'
import { Mark } from '../parts/mark.js'
import { spanOf } from '../parts/time.js'
import { useAnswer } from '../state/answer.js'
import { hrefOf } from '../state/route.js'
import { labelOf, world, worldPath } from '../state/world.js'

/** From here on a limit is worth a look. */
const NEAR = 0.8

/** How far the vendors' limits are filled. */
export function LimitsView() {
  const path = `${worldPath.value}/limits`
  const { data } = useAnswer(path, () => get<Limits>(path), 'all')
  const vendors = [...new Set((data?.limits ?? []).map(({ vendor }) => vendor))]
  return (
    <div class="page">
      <header>
        <h2>Limits in “{world.value}”</h2>
        {data && <Mark tone={data.hold ? 'good' : 'plain'}>{data.hold ? 'they hold' : 'none holds now'}</Mark>}
      </header>
      {data && !data.hold && (
        <p class="lead">
          A limit holds while the <a href={hrefOf('clock')}>clock</a> runs, in a world that was made with limits: those
          of scenarios have none unless they say so.
        </p>
      )}
      {data && vendors.length === 0 && <Empty title="None of the vendors here tells how far its limits are filled." />}
      {vendors.map((vendor) => (
        <section key={vendor} class="card" aria-label={labelOf(vendor)}>
          <h3>{labelOf(vendor)}</h3>
          {data?.limits
            .filter((each) => each.vendor === vendor)
            .map((each) => (
              <Gauge key={each.name} limit={each} />
            ))}
        </section>
      ))}
    </div>
  )
}

function Gauge({ limit: { name, used, limit, window } }: { readonly limit: Limits['limits'][number] }) {
  const part = limit > 0 ? Math.min(1, used / limit) : 0
  const tone = part >= 1 ? 'bad' : part >= NEAR ? 'wait' : 'good'
  return (
    <div class="gauge">
      <span>{name}</span>
      <meter aria-label={name} min={0} max={limit} low={limit * NEAR} high={limit * 0.99} optimum={0} value={used} />
      <span class="number">
        {used.toLocaleString('en')} of {limit.toLocaleString('en')}
      </span>
      <span class="dim">{window === null ? '' : `each ${spanOf(window)}`}</span>
      {part >= NEAR ? <Mark tone={tone}>{part >= 1 ? 'full' : 'nearly full'}</Mark> : <span />}
    </div>
  )
}
