import { effect, signal } from '@preact/signals'
import type { Report } from '../api/answers.js'
import { post, remove } from '../api/call.js'
import { Mark, type Tone } from '../parts/mark.js'
import { Text } from '../parts/text.js'
import { spanOf } from '../parts/time.js'
import { saveBundle } from '../state/bundle.js'
import { attempt } from '../state/notices.js'
import { hrefOf } from '../state/route.js'
import { labelOf, world, worldPath } from '../state/world.js'

const KEY = 'standin-judged'
/** When the scenario began whose end somebody has told; as long as the tab is open. */
const judged = signal(sessionStorage.getItem(KEY) ?? '')
effect(() => sessionStorage.setItem(KEY, judged.value))

/** The scenario that is on: what is expected as it turns, the verdict, and what happened. */
export function ScenarioRun({ report, reload }: { readonly report: Report; reload(): void }) {
  const ended = judged.value === report.startedAt
  const path = `${worldPath.value}/scenario`
  const finish = async () => {
    if (await attempt('', () => post<Report>(`${path}/finish`))) judged.value = report.startedAt
    reload()
  }
  const stop = async () => {
    await attempt('The scenario is over; the world stays as it is.', () => remove(path))
    reload()
  }
  return (
    <article class="story">
      <h2>{report.scenario.title}</h2>
      <Verdict report={report} ended={ended} />
      <p class="actions">
        {!ended && (
          <button type="button" class="primary" onClick={finish}>
            My program is done: judge it
          </button>
        )}
        <button type="button" onClick={() => saveBundle(`${world.value}-${report.scenario.name}`)}>
          Save as a bundle
        </button>
        <button type="button" onClick={stop}>
          Stop the scenario
        </button>
      </p>
      <Expectations report={report} />
      {report.missing.length > 0 && (
        <section>
          <h3>What did not come about{ended ? '' : ' yet'}</h3>
          <ul class="sentences">
            {report.missing.map((each) => (
              <li key={each}>{each}</li>
            ))}
          </ul>
        </section>
      )}
      <WhatHappened report={report} />
      <details>
        <summary>The story</summary>
        <p>{report.scenario.story}</p>
      </details>
    </article>
  )
}

const VERDICTS: Readonly<Record<Report['outcome'], readonly [Tone, string]>> = {
  passed: ['good', 'Passed'],
  failed: ['bad', 'Failed'],
  incomplete: ['wait', 'Incomplete'],
}

function Verdict({ report: { outcome, expectations }, ended }: { readonly report: Report; readonly ended: boolean }) {
  const broken = expectations.filter(({ state }) => state === 'broken').length
  const [tone, word] = VERDICTS[outcome]
  const why =
    outcome === 'passed'
      ? `all ${expectations.length} expectations held.`
      : outcome === 'failed'
        ? `${broken} of ${expectations.length} expectations ${broken === 1 ? 'is' : 'are'} broken.`
        : 'nothing is broken, but not all of it has come about.'
  return (
    <p class={`verdict ${tone}`} role="status">
      {ended || outcome === 'failed' ? <Mark tone={tone}>{word}</Mark> : <Mark tone="wait">Going on</Mark>}
      <span>
        {ended || outcome === 'failed' ? why : 'act the story out with your program; expectations turn as it goes.'}
      </span>
    </p>
  )
}

function Expectations({ report }: { readonly report: Report }) {
  return (
    <section aria-labelledby="expected">
      <h3 id="expected">What is expected</h3>
      <ul class="expectations" aria-live="polite">
        {report.expectations.map((each, i) => (
          <Expectation key={i} expectation={each} />
        ))}
      </ul>
    </section>
  )
}

const STATES = { held: ['good', 'held'], broken: ['bad', 'broken'], unseen: ['wait', 'not seen yet'] } as const

function Expectation({ expectation }: { readonly expectation: Report['expectations'][number] }) {
  const [tone, word] = STATES[expectation.state]
  return (
    <li class={tone} data-state={expectation.state}>
      <Mark tone={tone}>{word}</Mark>
      <div>
        {expectation.text}
        {expectation.because && <span class="because">{expectation.because}</span>}
        {expectation.seen.map((line) => (
          <span key={line} class="seen">
            <Text value={line} />
          </span>
        ))}
      </div>
    </li>
  )
}

const WHO = { program: 'your program', vendor: 'webhook', stage: 'scenario', time: 'time' } as const

function WhatHappened({ report: { timeline } }: { readonly report: Report }) {
  if (timeline.length === 0) return null
  return (
    <section aria-labelledby="happened">
      <h3 id="happened" class="with-action">
        What happened <a href={hrefOf('timeline')}>as a picture</a>
      </h3>
      <ol class="happened">
        {timeline.slice(-60).map((line) => (
          <li key={line.number}>
            <span class="number dim">#{line.number}</span>
            <span class="number dim">+{spanOf(line.at)}</span>
            <div>
              <span class="dim">
                {WHO[line.who]}
                {line.vendor ? `, ${labelOf(line.vendor)}` : ''}:
              </span>{' '}
              <Text value={line.text} />
              {line.because !== undefined && <span class="dim"> of #{line.because}</span>}
              {line.during !== undefined && <span class="dim"> while #{line.during} was told</span>}
              {line.details.map((detail) => (
                <span key={detail} class="seen dim">
                  <Text value={detail} />
                </span>
              ))}
            </div>
          </li>
        ))}
      </ol>
    </section>
  )
}
