import { signal } from '@preact/signals'
import { useMemo } from 'preact/hooks'
import type { RequestLine } from '../api/answers.js'
import { remove } from '../api/call.js'
import { Empty, NothingFits } from '../parts/empty.js'
import { emptied, into, Search, Select, VendorSelect } from '../parts/filters.js'
import { Status } from '../parts/mark.js'
import { hintOf, Text } from '../parts/text.js'
import { spanOf, timeOf } from '../parts/time.js'
import { VirtualList } from '../parts/virtual-list.js'
import { focusOn } from '../shortcuts.js'
import { requests, skipped } from '../state/feed.js'
import { attempt } from '../state/notices.js'
import { choose, hrefOf, route } from '../state/route.js'
import { labelOf, worldPath } from '../state/world.js'
import { RequestDetail } from './request-detail.js'

const vendor = signal('')
const answer = signal('')
const fidelity = signal('')
const search = signal('')

/** Requests as they come, newest first, and the chosen one whole. */
export function RequestsView() {
  const shown = useShown()
  const chosen = route.value.chosen[0]
  return (
    <div class="split">
      <section class="pane" aria-label="Requests">
        <Filters count={shown.length} />
        {requests.value.length === 0 ? (
          <Empty title="No request yet.">
            <p>
              Point your program at the stand-ins: their addresses and keys are under{' '}
              <a href={hrefOf('credentials')}>Credentials</a>. Or begin a <a href={hrefOf('scenarios')}>scenario</a>{' '}
              first.
            </p>
          </Empty>
        ) : shown.length === 0 ? (
          <NothingFits total={requests.value.length} clear={emptied(vendor, answer, fidelity, search)} />
        ) : (
          <VirtualList
            items={shown}
            label="Requests, newest first"
            rowHeight={44}
            chosen={chosen}
            keyOf={({ id }) => id}
            choose={({ id }) => choose(id)}
            open={() => focusOn('.detail')}
            row={(line) => <Line line={line} />}
          />
        )}
      </section>
      <section class="detail" aria-label="The chosen request" tabIndex={-1}>
        {chosen ? <RequestDetail id={chosen} /> : <p class="quiet">Choose a request to see all of it.</p>}
      </section>
    </div>
  )
}

function Line({ line }: { readonly line: RequestLine }) {
  return (
    <>
      <span class="cells">
        <Status status={line.status} />
        <span class="method">{line.method}</span>
        <span class="target" title={hintOf(line.target)}>
          <Text value={line.target} />
        </span>
        <span class="number dim">{timeOf(line.at)}</span>
      </span>
      <span class="cells dim">
        <span>{labelOf(line.vendor)}</span>
        <span class="number">{spanOf(line.duration)}</span>
        <span>{line.fidelity}</span>
        {line.events.length > 0 && (
          <span class="clip" title={line.events.join(', ')}>
            told: {line.events.join(', ')}
          </span>
        )}
        {line.faults.length > 0 && <span class="clip">went wrong on purpose: {line.faults.join(', ')}</span>}
      </span>
    </>
  )
}

function Filters({ count }: { readonly count: number }) {
  const clear = () => attempt('The log is empty.', () => remove(`${worldPath.value}/logs`))
  return (
    <div class="filters">
      <Search value={search.value} set={into(search)} />
      <VendorSelect value={vendor.value} set={into(vendor)} />
      <Select label="Answer" value={answer.value} set={into(answer)} options={ANSWERS} />
      <Select label="Fidelity" value={fidelity.value} set={into(fidelity)} options={FIDELITIES} />
      <span class="number dim" aria-live="off">
        {count.toLocaleString('en')} of {requests.value.length.toLocaleString('en')}
        {skipped.value > 0 && `, ${skipped.value.toLocaleString('en')} more too quick to list`}
      </span>
      <button
        type="button"
        class="small"
        disabled={requests.value.length === 0}
        onClick={async () => {
          if (await clear()) requests.value = []
        }}
      >
        Empty the log
      </button>
    </div>
  )
}

const ANSWERS = [
  ['', 'all'],
  ['2', '2xx'],
  ['3', '3xx'],
  ['4', '4xx'],
  ['5', '5xx'],
  ['0', 'none'],
] as const
const FIDELITIES = [
  ['', 'all'],
  ['modelled', 'modelled'],
  ['generic', 'generic'],
  ['refused', 'refused'],
] as const

function useShown(): readonly RequestLine[] {
  const [all, of, first, kind, text] = [requests.value, vendor.value, answer.value, fidelity.value, search.value]
  return useMemo(() => {
    if (!of && !first && !kind && !text) return all
    const wanted = text.toLowerCase()
    return all.filter(
      (line) =>
        (!of || line.vendor === of) &&
        (!first || String(line.status)[0] === first) &&
        (!kind || line.fidelity === kind) &&
        (!wanted || textOf(line).includes(wanted)),
    )
  }, [all, of, first, kind, text])
}

function textOf({ id, method, target, operation, status, events }: RequestLine): string {
  return `${id} ${method} ${target} ${operation ?? ''} ${status} ${events.join(' ')}`.toLowerCase()
}
