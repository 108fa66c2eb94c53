import { signal } from '@preact/signals'
import type { ListedScenario, Report, ScenarioWords } from '../api/answers.js'
import { get } from '../api/call.js'
import { NothingFits } from '../parts/empty.js'
import { emptied, into, Search, VendorSelect } from '../parts/filters.js'
import { Mark } from '../parts/mark.js'
import { hintOf } from '../parts/text.js'
import { VirtualList } from '../parts/virtual-list.js'
import { focusOn } from '../shortcuts.js'
import { useAnswer } from '../state/answer.js'
import { choose, route } from '../state/route.js'
import { labelOf, worldPath } from '../state/world.js'
import { ScenarioRun } from './scenario-run.js'
import { ScenarioStory } from './scenario-story.js'

const search = signal('')
const vendor = signal('')

/** Failures by name: what there is, one in plain words, and the one that is on. */
export function ScenariosView() {
  const { data } = useAnswer('/scenarios', () => get<{ scenarios: ListedScenario[] }>('/scenarios'))
  const path = `${worldPath.value}/scenario`
  const report = useAnswer(path, () => get<Report>(path, { wait: 'false' }), 'all')
  const on = report.data
  const readable = (data?.scenarios ?? []).filter((each): each is ScenarioWords => 'title' in each)
  const shown = readable.filter(fits)
  const name = route.value.chosen[0] ?? on?.scenario.name
  const chosen = readable.find((each) => each.name === name)
  return (
    <div class="split narrow-list">
      <section class="pane" aria-label="Scenarios">
        <div class="filters">
          <Search value={search.value} set={into(search)} />
          <VendorSelect value={vendor.value} set={into(vendor)} />
          <span class="number dim">
            {shown.length} of {readable.length}
          </span>
        </div>
        {!data ? (
          <p class="quiet loading">Reading the scenarios…</p>
        ) : shown.length === 0 ? (
          <NothingFits total={readable.length} clear={emptied(search, vendor)} />
        ) : (
          <VirtualList
            items={shown}
            label="Scenarios"
            rowHeight={56}
            chosen={name}
            keyOf={(each) => each.name}
            choose={(each) => choose(each.name)}
            open={() => focusOn('.detail')}
            row={(each) => <Line scenario={each} on={each.name === on?.scenario.name} />}
          />
        )}
      </section>
      <section class="detail" aria-label="The chosen scenario" tabIndex={-1}>
        {on && on.scenario.name === name ? (
          <ScenarioRun report={on} reload={report.reload} />
        ) : chosen ? (
          <ScenarioStory scenario={chosen} on={on} reload={report.reload} />
        ) : (
          <p class="quiet">Choose a scenario to read what happens in it, and to begin it.</p>
        )}
      </section>
    </div>
  )
}

function Line({ scenario, on }: { readonly scenario: ScenarioWords; readonly on: boolean }) {
  return (
    <>
      <span class="cells">
        <strong class="clip" title={hintOf(scenario.title)}>
          {scenario.title}
        </strong>
        {on && <Mark tone="wait">on</Mark>}
      </span>
      <span class="cells dim">
        <span>{scenario.vendors.map(labelOf).join(', ')}</span>
        <span class="clip">{scenario.name}</span>
      </span>
    </>
  )
}

function fits({ name, title, story, vendors }: ScenarioWords): boolean {
  const wanted = search.value.toLowerCase()
  if (vendor.value && !vendors.includes(vendor.value)) return false
  return wanted === '' || `${name} ${title} ${story}`.toLowerCase().includes(wanted)
}
