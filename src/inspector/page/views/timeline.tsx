import { signal } from '@preact/signals'
import { useEffect, useMemo } from 'preact/hooks'
import type { Happening } from '../api/happenings.js'
import { Empty, NothingFits } from '../parts/empty.js'
import { emptied, into, Search, VendorSelect } from '../parts/filters.js'
import { Mark } from '../parts/mark.js'
import { hintOf, Text } from '../parts/text.js'
import { spanOf, timeOf } from '../parts/time.js'
import { VirtualList } from '../parts/virtual-list.js'
import { focusOn } from '../shortcuts.js'
import { happenings, wantsTimeline } from '../state/feed.js'
import { choose, hrefOf, route } from '../state/route.js'
import { labelOf, status } from '../state/world.js'
import { lanesOf, ROW } from '../timeline/lanes.js'
import { chainOf, inOrder, type Placed } from '../timeline/order.js'
import { Picture } from '../timeline/picture.js'
import { effectOf, titleOf } from '../timeline/words.js'
import { HappeningDetail } from './happening-detail.js'

const search = signal('')
const vendor = signal('')
const onlyChain = signal(false)
const NONE: ReadonlySet<number> = new Set()
/** Of the world's clock, in milliseconds: a longer gap is told. */
const LONG = 1000

/** What happened over all vendors and the clock, and what came of what. */
export function TimelineView() {
  useEffect(() => {
    wantsTimeline.value = true
    return () => {
      wantsTimeline.value = false
    }
  }, [])
  const all = useMemo(() => inOrder(happenings.value), [happenings.value])
  const chosen = chosenIn(all)
  const whole = useMemo(() => (chosen < 0 ? NONE : chainOf(all, chosen)), [all, chosen])
  const placed = useFiltered(all, whole)
  const at = chosen < 0 ? -1 : placed.findIndex(({ happening }) => happening === all[chosen]?.happening)
  const chain = useMemo(() => (at < 0 ? NONE : chainOf(placed, at)), [placed, at])
  const lanes = useMemo(
    () =>
      lanesOf(
        placed.map(({ happening }) => happening),
        (status.value?.vendors ?? []).map(({ name }) => name),
      ),
    [placed],
  )
  return (
    <div class="split timeline">
      <section class="pane" aria-label="Timeline">
        <Filters count={placed.length} total={all.length} />
        {all.length === 0 ? (
          <Nothing />
        ) : placed.length === 0 ? (
          <NothingFits
            total={all.length}
            clear={() => {
              emptied(search, vendor)()
              onlyChain.value = false
            }}
          />
        ) : (
          <>
            <div class="lane-names" aria-hidden="true">
              {lanes.names.map((name) => (
                <span key={name} style={{ width: `${lanes.width}px` }}>
                  {name === 'program' || name === 'sandbox' ? name : labelOf(name)}
                </span>
              ))}
            </div>
            <VirtualList
              items={placed}
              label="What happened, oldest first"
              rowHeight={ROW}
              chosen={at < 0 ? undefined : keyOf(placed[at] as Placed)}
              keyOf={keyOf}
              choose={({ happening }) => choose(idOf(happening))}
              open={() => focusOn('.detail')}
              row={(each) => <Line placed={each} indent={lanes.names.length * lanes.width} />}
              over={(first, last) => <Picture placed={placed} lanes={lanes} first={first} last={last} chain={chain} />}
            />
          </>
        )}
      </section>
      <section class="detail" aria-label="What was chosen" tabIndex={-1}>
        {all[chosen] ? (
          <HappeningDetail placed={all[chosen]} all={all} />
        ) : (
          <p class="quiet">Choose something that happened to see what it came of, and what came of it.</p>
        )}
      </section>
    </div>
  )
}

const keyOf = ({ happening }: Placed): string => String(happening.number)

/** By its number, or as other views link to it: by a request's id. */
function idOf(happening: Happening): string {
  return String(happening.number)
}

function chosenIn(all: readonly Placed[]): number {
  const wanted = route.value.chosen[0]
  if (wanted === undefined) return -1
  return all.findIndex(({ happening }) => {
    return String(happening.number) === wanted || (happening.kind === 'request' && happening.id === wanted)
  })
}

function Line({ placed: { happening, gap }, indent }: { readonly placed: Placed; readonly indent: number }) {
  return (
    <div class="happening" style={{ paddingLeft: `${indent}px` }}>
      <span class="cells">
        <Outcome happening={happening} />
        <span class="target" title={hintOf(titleOf(happening))}>
          <Text value={titleOf(happening)} />
        </span>
      </span>
      <span class="cells dim">
        <span class="clip" title={hintOf(effectOf(happening))}>
          <Text value={effectOf(happening)} />
        </span>
        {gap >= LONG && <strong class="gap">{spanOf(gap)} later</strong>}
        <span class="number">{timeOf(happening.at)}</span>
      </span>
    </div>
  )
}

function Outcome({ happening }: { readonly happening: Happening }) {
  if (happening.kind === 'request') {
    const { status: code } = happening
    return <Mark tone={code > 0 && code < 400 ? 'good' : 'bad'}>{code === 0 ? 'none' : code}</Mark>
  }
  if (happening.kind === 'delivery') {
    return <Mark tone={happening.accepted ? 'good' : 'bad'}>{happening.status ?? happening.error ?? 'none'}</Mark>
  }
  return <Mark tone="plain">{happening.kind === 'command' ? 'done' : 'state'}</Mark>
}

function Filters({ count, total }: { readonly count: number; readonly total: number }) {
  return (
    <div class="filters">
      <Search value={search.value} set={into(search)} />
      <VendorSelect value={vendor.value} set={into(vendor)} />
      <label class="check">
        <input
          type="checkbox"
          checked={onlyChain.value}
          onChange={(event) => {
            onlyChain.value = event.currentTarget.checked
          }}
        />{' '}
        Only what belongs to the chosen
      </label>
      <span class="number dim">
        {count.toLocaleString('en')} of {total.toLocaleString('en')}
      </span>
    </div>
  )
}

function Nothing() {
  return (
    <Empty title="Nothing has happened yet.">
      <p>
        Requests, changes of state, events and webhooks of every vendor come here in one picture. Send a request,
        trigger an event under <a href={hrefOf('webhooks')}>Webhooks</a>, or begin a{' '}
        <a href={hrefOf('scenarios')}>scenario</a>.
      </p>
    </Empty>
  )
}

/** Places are those among what is shown. */
function useFiltered(all: readonly Placed[], chain: ReadonlySet<number>): readonly Placed[] {
  const [text, of, only] = [search.value.toLowerCase(), vendor.value, onlyChain.value && chain.size > 0]
  return useMemo(() => {
    if (!text && !of && !only) return all
    const kept = all.flatMap((each, i) => (fits(each.happening, text, of) && (!only || chain.has(i)) ? [i] : []))
    const places = new Map(kept.map((before, now) => [before, now]))
    return kept.flatMap((i) => {
      const each = all[i]
      if (!each) return []
      const [because, during] = [each.because, each.during].map((from) =>
        from === undefined ? undefined : places.get(from),
      )
      return [{ ...each, because, during }]
    })
  }, [all, chain, text, of, only])
}

function fits(happening: Happening, text: string, vendor: string): boolean {
  if (vendor && 'vendor' in happening && happening.vendor !== vendor) return false
  return text === '' || `${titleOf(happening)} ${effectOf(happening)}`.toLowerCase().includes(text)
}
