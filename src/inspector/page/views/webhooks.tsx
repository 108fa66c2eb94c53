import { signal } from '@preact/signals'
import { useMemo } from 'preact/hooks'
import type { Delivery } from '../api/answers.js'
import { post } from '../api/call.js'
import { Empty, NothingFits } from '../parts/empty.js'
import { emptied, into, Search, Select, VendorSelect } from '../parts/filters.js'
import { DeliveryMark } from '../parts/mark.js'
import { hintOf, Text } from '../parts/text.js'
import { timeOf } from '../parts/time.js'
import { VirtualList } from '../parts/virtual-list.js'
import { focusOn } from '../shortcuts.js'
import { deliveries } from '../state/feed.js'
import { attempt } from '../state/notices.js'
import { choose, route } from '../state/route.js'
import { labelOf, worldPath } from '../state/world.js'
import { DeliveryDetail } from './delivery-detail.js'
import { Endpoints } from './endpoints.js'

const search = signal('')
const vendor = signal('')
const state = signal('')
const STATES = ['', 'pending', 'delivered', 'failed', 'held', 'dropped'].map((each): [string, string] => [
  each,
  each || 'all',
])

/** Who hears of events, what they were told, and what else they could be told. */
export function WebhooksView() {
  const shown = useShown()
  const chosen = route.value.chosen[0]
  return (
    <div class="split">
      <section class="pane" aria-label="Webhooks">
        <Endpoints />
        <div class="filters">
          <Search value={search.value} set={into(search)} />
          <VendorSelect value={vendor.value} set={into(vendor)} />
          <Select label="State" value={state.value} set={into(state)} options={STATES} />
          <span class="number dim">
            {shown.length.toLocaleString('en')} of {deliveries.value.length.toLocaleString('en')}
          </span>
        </div>
        <Held />
        {deliveries.value.length === 0 ? (
          <Empty title="No delivery yet.">
            <p>
              Add an endpoint of your program above, then cause an event: by a request, or with “Make an event happen”.
            </p>
          </Empty>
        ) : shown.length === 0 ? (
          <NothingFits total={deliveries.value.length} clear={emptied(search, vendor, state)} />
        ) : (
          <VirtualList
            items={shown}
            label="Deliveries, newest first"
            rowHeight={44}
            chosen={chosen}
            keyOf={({ id }) => id}
            choose={({ id }) => choose(id)}
            open={() => focusOn('.detail')}
            row={(each) => <Line delivery={each} />}
          />
        )}
      </section>
      <section class="detail" aria-label="The chosen delivery" tabIndex={-1}>
        {chosen ? (
          <DeliveryDetail id={chosen} />
        ) : (
          <p class="quiet">Choose a delivery to see it, and to send it again, twice, edited or forged.</p>
        )}
      </section>
    </div>
  )
}

function Line({ delivery: { vendor: of, type, url, state: now, attempts } }: { readonly delivery: Delivery }) {
  const last = attempts.at(-1)
  return (
    <>
      <span class="cells">
        <DeliveryMark state={now} />
        <span class="target">{type}</span>
        {last && <span class="number dim">{timeOf(last.at)}</span>}
      </span>
      <span class="cells dim">
        <span>{labelOf(of)}</span>
        {attempts.length > 1 && <span>{attempts.length} attempts</span>}
        {last && <span>{last.status ?? last.error}</span>}
        <span class="clip" title={hintOf(url)}>
          <Text value={url} />
        </span>
      </span>
    </>
  )
}

/** All that waits, let out in one go: in order, or in the wrong one. */
function Held() {
  const held = deliveries.value.filter((each) => each.state === 'held')
  if (held.length === 0) return null
  const release = (rows: readonly Delivery[], done: string) => () =>
    attempt(
      (refused: number) => (refused === 0 ? done : `${done} ${refused} of ${rows.length} not accepted.`),
      async () => {
        let refused = 0
        for (const { id } of rows) {
          const path = `${worldPath.value}/deliveries/${encodeURIComponent(id)}/replay`
          if ((await post<Delivery>(path)).state !== 'delivered') refused++
        }
        return refused
      },
    )
  return (
    <p class="actions held">
      <span>
        {held.length} {held.length === 1 ? 'is' : 'are'} held.
      </span>
      <button type="button" class="small" onClick={release([...held].reverse(), 'All were released, oldest first.')}>
        Release all
      </button>
      {held.length > 1 && (
        <button type="button" class="small" onClick={release(held, 'All were released, newest first.')}>
          Release all in the wrong order
        </button>
      )}
    </p>
  )
}

function useShown(): readonly Delivery[] {
  const [all, of, now, text] = [deliveries.value, vendor.value, state.value, search.value.toLowerCase()]
  return useMemo(
    () =>
      all.filter(
        (each) =>
          (!of || each.vendor === of) &&
          (!now || each.state === now) &&
          (!text || `${each.id} ${each.type} ${each.url} ${each.event}`.toLowerCase().includes(text)),
      ),
    [all, of, now, text],
  )
}
