import { useState } from 'preact/hooks'
import type { Clock, Upcoming } from '../api/answers.js'
import { get, post } from '../api/call.js'
import { Mark } from '../parts/mark.js'
import { momentOf, until } from '../parts/time.js'
import { useAnswer } from '../state/answer.js'
import { attempt } from '../state/notices.js'
import { now } from '../state/now.js'
import { clock, labelOf, world, worldPath } from '../state/world.js'

const STEPS = [
  ['1m', '1 minute'],
  ['10m', '10 minutes'],
  ['1h', '1 hour'],
  ['1d', '1 day'],
  ['30d', '30 days'],
] as const

async function move(path: string, body: object, done: string): Promise<void> {
  const told = await attempt(done, () => post<Clock>(`${worldPath.value}/clock/${path}`, body))
  if (told) clock.value = told
}

/** The world's clock: stop it, move it, and see what is to come. */
export function ClockView() {
  const path = `${worldPath.value}/clock/next`
  const { data } = useAnswer(path, () => get<Upcoming>(path, { limit: 100 }), 'all')
  const frozen = clock.value?.frozen ?? false
  const next = data?.upcoming[0]
  return (
    <div class="page">
      <header>
        <h2>Clock of “{world.value}”</h2>
      </header>
      <section class="card clock-face" aria-label="Now">
        <p class="big number">{now.value ? momentOf(now.value) : '…'}</p>
        <Mark tone={frozen ? 'wait' : 'good'}>{frozen ? 'frozen' : 'running'}</Mark>
        <button
          type="button"
          onClick={() => move(frozen ? 'run' : 'freeze', {}, frozen ? 'The clock runs.' : 'The clock stands still.')}
        >
          {frozen ? 'Let it run' : 'Freeze it'}
        </button>
        {frozen && <span class="dim">While it stands still, no limit holds.</span>}
      </section>
      <section class="card" aria-labelledby="advance">
        <h3 id="advance">Move it on</h3>
        <p class="dim">What falls due on the way happens, in order. It never goes back.</p>
        <p class="actions">
          {STEPS.map(([by, label]) => (
            <button key={by} type="button" onClick={() => move('advance', { by }, `${label} went by.`)}>
              {label}
            </button>
          ))}
          <button
            type="button"
            class="primary"
            disabled={!next}
            onClick={() => next && move('advance', { to: next.due }, `It is ${momentOf(next.due)}.`)}
          >
            To what is next
          </button>
        </p>
        <Custom />
      </section>
      <section class="card" aria-labelledby="upcoming">
        <h3 id="upcoming">What is to come{data && data.total > 0 ? ` (${data.total})` : ''}</h3>
        {data && data.upcoming.length === 0 ? (
          <p class="quiet">Nothing is due: no job of a vendor, no delivery that is to be tried again.</p>
        ) : (
          <ToCome upcoming={data?.upcoming ?? []} />
        )}
      </section>
    </div>
  )
}

function Custom() {
  const [text, setText] = useState('')
  const submit = async (event: Event) => {
    event.preventDefault()
    const at = /^\d{4}-/.test(text)
    await move('advance', at ? { to: text } : { by: text }, at ? `It is ${text}.` : `${text} went by.`)
  }
  return (
    <form class="fields" onSubmit={submit}>
      <label>
        <span>By, or to</span>
        <input
          required
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
          placeholder="90m, P1M, 2027-01-01T00:00:00Z"
          size={30}
        />
      </label>
      <button type="submit">Move the clock</button>
    </form>
  )
}

function ToCome({ upcoming }: { readonly upcoming: Upcoming['upcoming'] }) {
  const shown = now.value ?? ''
  return (
    <table>
      <thead>
        <tr>
          <th>When</th>
          <th>At</th>
          <th>What</th>
          <th>Vendor</th>
          <th>
            <span class="hidden">Action</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {upcoming.map((each) => (
          <tr key={each.id}>
            <td class="left number">{until(each.due, shown)}</td>
            <td class="left number">{momentOf(each.due)}</td>
            <td>
              {each.kind === 'delivery' ? 'webhook ' : ''}
              {each.what}
            </td>
            <td>{labelOf(each.vendor)}</td>
            <td>
              <button
                type="button"
                class="small"
                aria-label={`Jump there: ${each.what}, ${momentOf(each.due)}`}
                onClick={() => move('advance', { to: each.due }, `It is ${momentOf(each.due)}.`)}
              >
                Jump there
              </button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
