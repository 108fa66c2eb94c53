import { signal } from '@preact/signals'
import { useMemo } from 'preact/hooks'
import type { Operations } from '../api/answers.js'
import { get } from '../api/call.js'
import { NothingFits } from '../parts/empty.js'
import { emptied, into, Search, Select } from '../parts/filters.js'
import { Mark } from '../parts/mark.js'
import { VirtualList } from '../parts/virtual-list.js'
import { useAnswer } from '../state/answer.js'
import { choose, route } from '../state/route.js'
import { labelOf, status } from '../state/world.js'

const search = signal('')
const fidelity = signal('')
const FIDELITIES = ['', 'modelled', 'generic', 'refused'].map((each): [string, string] => [each, each || 'all'])

/** What stands behind each operation. */
export function CoverageView() {
  const vendors = status.value?.vendors ?? []
  const vendor = route.value.chosen[0] ?? vendors[0]?.name ?? ''
  return (
    <div class="split coverage">
      <section class="pane" aria-label="Vendors">
        <div class="page">
          <h2>Coverage</h2>
          {vendors.map(({ name, label, description, coverage }) => (
            <section key={name} class="card" aria-label={label}>
              <h3 class="with-action">
                {label}{' '}
                <button type="button" class="small" aria-pressed={name === vendor} onClick={() => choose(name)}>
                  {name === vendor ? 'Shown' : `Show ${label}`}
                </button>
              </h3>
              <p class="dim">
                {description.version}, from {description.source}
              </p>
              <p class="actions number">
                <Mark tone="good">{`${coverage.modelled} modelled`}</Mark>
                <Mark tone="wait">{`${coverage.generic} generic`}</Mark>
                <Mark tone="plain">{`${coverage.refused} refused`}</Mark>
              </p>
            </section>
          ))}
        </div>
      </section>
      <section class="pane" aria-label={`Operations of ${labelOf(vendor)}`}>
        {vendor && <List vendor={vendor} />}
      </section>
    </div>
  )
}

const TONES = { modelled: 'good', generic: 'wait', refused: 'plain' } as const

function List({ vendor }: { readonly vendor: string }) {
  const { data } = useAnswer(`coverage ${vendor}`, () => get<Operations>('/coverage', { vendor, list: 'true' }))
  const all = data?.vendors[0]?.operations ?? []
  const [text, kind] = [search.value.toLowerCase(), fidelity.value]
  const shown = useMemo(
    () =>
      all.filter((each) => (!kind || each.fidelity === kind) && (!text || each.operation.toLowerCase().includes(text))),
    [all, text, kind],
  )
  const chosen = route.value.chosen[1]
  return (
    <>
      <div class="filters">
        <Search value={search.value} set={into(search)} label={`Search ${labelOf(vendor)}`} />
        <Select label="Fidelity" value={fidelity.value} set={into(fidelity)} options={FIDELITIES} />
        <span class="number dim">
          {shown.length} of {all.length}
        </span>
      </div>
      {all.length > 0 && shown.length === 0 && <NothingFits total={all.length} clear={emptied(search, fidelity)} />}
      <VirtualList
        items={shown}
        label={`Operations of ${labelOf(vendor)}`}
        rowHeight={44}
        chosen={chosen}
        keyOf={({ operation }) => operation}
        choose={({ operation }) => choose(vendor, operation)}
        row={({ operation, fidelity: of, why }) => (
          <>
            <span class="cells">
              <span class="target">{operation}</span>
              <Mark tone={TONES[of]}>{of}</Mark>
            </span>
            {why && <span class="cells dim clip">{why}</span>}
          </>
        )}
      />
    </>
  )
}
