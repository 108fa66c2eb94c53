import type { DeliveryWhole } from '../api/answers.js'
import { get } from '../api/call.js'
import { DeliveryMark, Mark } from '../parts/mark.js'
import { Text } from '../parts/text.js'
import { momentOf } from '../parts/time.js'
import { useAnswer } from '../state/answer.js'
import { hrefOf } from '../state/route.js'
import { labelOf, worldPath } from '../state/world.js'
import { DeliveryActions } from './delivery-actions.js'
import { Part } from './request-detail.js'

/** One delivery: what became of it, what it says, and what can be done with it. */
export function DeliveryDetail({ id }: { readonly id: string }) {
  const path = `${worldPath.value}/deliveries/${encodeURIComponent(id)}`
  const { data, error, reload } = useAnswer(path, () => get<DeliveryWhole>(path), 'all')
  if (error) return <p class="quiet">{error.message}</p>
  if (!data) return <p class="quiet">…</p>
  return (
    <>
      <h2 class="detail-title">{data.type}</h2>
      <dl class="facts">
        <dt>State</dt>
        <dd>
          <DeliveryMark state={data.state} /> {data.reason && <span class="dim">{data.reason}</span>}
        </dd>
        <dt>From</dt>
        <dd>{labelOf(data.vendor)}</dd>
        <dt>To</dt>
        <dd>
          <code>
            <Text value={data.url} />
          </code>
        </dd>
        {data.due && (
          <>
            <dt>Next attempt</dt>
            <dd class="number">
              {momentOf(data.due)} <a href={hrefOf('clock')}>jump there</a>
            </dd>
          </>
        )}
        <dt>Id</dt>
        <dd>
          <code>{data.id}</code>
          {data.because !== null && (
            <>
              {' '}
              <a href={hrefOf('timeline', String(data.because))}>what it came of</a>
            </>
          )}
        </dd>
      </dl>
      <Attempts attempts={data.attempts} />
      <DeliveryActions delivery={data} reload={reload} />
      <Part title="Request" message={data.request} />
    </>
  )
}

function Attempts({ attempts }: { readonly attempts: DeliveryWhole['attempts'] }) {
  if (attempts.length === 0) return null
  return (
    <section class="part" aria-label="Attempts">
      <h3>Attempts</h3>
      <ol class="chain">
        {attempts.map(({ at, status, error, answer }, i) => (
          <li key={i}>
            <span class="number dim">{momentOf(at)}</span>{' '}
            <Mark tone={status !== null && status < 300 ? 'good' : 'bad'}>{status ?? error ?? 'no answer'}</Mark>{' '}
            {answer && (
              <span class="seen dim">
                <Text value={answer.slice(0, 400)} />
              </span>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}
