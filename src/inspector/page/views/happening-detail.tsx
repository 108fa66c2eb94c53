import type { Happening, RowChange } from '../api/happenings.js'
import { Mark } from '../parts/mark.js'
import { Body, Text } from '../parts/text.js'
import { momentOf, spanOf } from '../parts/time.js'
import { choose, hrefOf } from '../state/route.js'
import { labelOf } from '../state/world.js'
import type { Placed } from '../timeline/order.js'
import { changesOf } from '../timeline/order.js'
import { changeText, titleOf } from '../timeline/words.js'
import { DeliveryDetail } from './delivery-detail.js'
import { RequestDetail } from './request-detail.js'

/** One happening with what it came of and what came of it. */
export function HappeningDetail({ placed, all }: { readonly placed: Placed; readonly all: readonly Placed[] }) {
  const { happening, because, during } = placed
  const place = all.indexOf(placed)
  const followed = all.filter((each) => each.because === place || each.during === place)
  const cause = all[because ?? during ?? -1]
  return (
    <>
      {happening.kind === 'change' || happening.kind === 'command' ? <Plain happening={happening} /> : null}
      <Chain
        title={during === undefined ? 'It came of' : 'It was asked while this was told'}
        of={cause ? [cause] : []}
      />
      <Changes changes={changesOf(happening)} />
      <Chain title="What came of it" of={followed} />
      {happening.kind === 'request' && <RequestDetail id={happening.id} />}
      {happening.kind === 'delivery' && <DeliveryDetail id={happening.delivery} />}
    </>
  )
}

function Plain({ happening }: { readonly happening: Happening }) {
  return (
    <>
      <h2 class="detail-title">
        <Text value={titleOf(happening)} />
      </h2>
      <p class="dim number">{momentOf(happening.at)} on the world's clock</p>
      {happening.kind === 'command' && Object.keys(happening.input).length > 0 && (
        <Body text={JSON.stringify(happening.input)} label="What was said" />
      )}
      {happening.kind === 'change' && happening.events.length > 0 && <p>Events: {happening.events.join(', ')}</p>}
    </>
  )
}

function Chain({ title, of }: { readonly title: string; readonly of: readonly Placed[] }) {
  if (of.length === 0) return null
  return (
    <section class="part" aria-label={title}>
      <h3>{title}</h3>
      <ul class="chain">
        {of.map(({ happening }) => (
          <li key={happening.number}>
            <button type="button" class="link" onClick={() => choose(String(happening.number))}>
              <Text value={titleOf(happening)} />
            </button>{' '}
            <Told happening={happening} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Told({ happening }: { readonly happening: Happening }) {
  if (happening.kind === 'delivery') {
    return (
      <Mark tone={happening.accepted ? 'good' : 'bad'}>
        {`${happening.status ?? happening.error ?? 'no answer'} after ${spanOf(happening.duration)}`}
      </Mark>
    )
  }
  if (happening.kind !== 'request') return null
  return (
    <Mark tone={happening.status > 0 && happening.status < 400 ? 'good' : 'bad'}>
      {happening.status || 'no answer'}
    </Mark>
  )
}

function Changes({ changes }: { readonly changes: readonly RowChange[] }) {
  if (changes.length === 0) return null
  return (
    <section class="part" aria-label="What it changed">
      <h3>What it changed</h3>
      <ul class="chain">
        {changes.map((change) => (
          <li key={`${change.of} ${change.id}`}>
            <a href={hrefOf('state', change.vendor, change.of, change.scope || '-', change.id)}>
              <Text value={changeText(change)} />
            </a>{' '}
            <span class="dim">{labelOf(change.vendor)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
