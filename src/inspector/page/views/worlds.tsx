import { useState } from 'preact/hooks'
import type { World } from '../api/answers.js'
import { get, post, remove } from '../api/call.js'
import { Confirm } from '../parts/dialog.js'
import { Mark } from '../parts/mark.js'
import { momentOf } from '../parts/time.js'
import { useAnswer } from '../state/answer.js'
import { attempt } from '../state/notices.js'
import { refreshStatus, status, world } from '../state/world.js'

const path = (name: string) => `/worlds/${encodeURIComponent(name)}`

/** Accounts apart from each other, each with its own keys, clock, state and log. */
export function WorldsView() {
  const { data, reload } = useAnswer('/worlds', () => get<{ worlds: World[] }>('/worlds'), 'all')
  const changed = () => {
    reload()
    void refreshStatus()
  }
  return (
    <div class="page">
      <header>
        <h2>Worlds</h2>
      </header>
      <p class="lead">
        A world is one account of each vendor, with its own keys, clock, state and log. Worlds share nothing.
      </p>
      <p class="lead">
        {status.value?.state ? (
          <>
            What is in them lasts: it is kept in <code>{status.value.state.folder}</code>.
          </>
        ) : (
          <>
            What is in them goes when the sandbox stops; <code>standin start --state folder</code> keeps it.
          </>
        )}
      </p>
      <section class="card" aria-label="Worlds">
        <table>
          <thead>
            <tr>
              <th>Name</th>
              <th>Clock</th>
              <th class="number">Requests</th>
              <th class="number">Deliveries</th>
              <th>Limits</th>
              <th>
                <span class="hidden">Actions</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {data?.worlds.map((each) => (
              <Line key={each.name} each={each} changed={changed} />
            ))}
          </tbody>
        </table>
      </section>
      <NewWorld names={data?.worlds.map(({ name }) => name) ?? []} made={changed} />
    </div>
  )
}

function look(name: string): void {
  world.value = name
}

function Line({ each, changed }: { readonly each: World; changed(): void }) {
  const [asks, setAsks] = useState<'reset' | 'remove' | undefined>()
  const { name, clock } = each
  const reset = async () => {
    await attempt(`“${name}” is empty; its keys stay.`, () => post(`${path(name)}/reset`))
    changed()
  }
  const drop = async () => {
    const gone = await attempt(`“${name}” is gone.`, () => remove(path(name)))
    if (gone && world.value === name) world.value = 'default'
    changed()
  }
  return (
    <tr>
      <td>
        {name} {name === world.value && <Mark tone="good">looked at</Mark>}
      </td>
      <td class="left number">
        {momentOf(clock.now)} {clock.frozen && <Mark tone="wait">frozen</Mark>}
      </td>
      <td class="number">{each.requests.toLocaleString('en')}</td>
      <td class="number">{each.deliveries.toLocaleString('en')}</td>
      <td>{each.limits ? 'on' : 'off'}</td>
      <td class="actions">
        {name !== world.value && (
          <button type="button" class="small" onClick={() => look(name)} aria-label={`Look at it: ${name}`}>
            Look at it
          </button>
        )}
        <button type="button" class="small" onClick={() => setAsks('reset')} aria-label={`Empty ${name}`}>
          Empty
        </button>
        {name !== 'default' && (
          <button type="button" class="small" onClick={() => setAsks('remove')} aria-label={`Remove ${name}`}>
            Remove
          </button>
        )}
        {asks && (
          <Confirm
            title={asks === 'reset' ? `Empty the world “${name}”?` : `Remove the world “${name}”?`}
            verb={asks === 'reset' ? 'Empty it' : 'Remove it'}
            confirm={asks === 'reset' ? reset : drop}
            close={() => setAsks(undefined)}
          >
            <p>
              {asks === 'reset'
                ? 'Its rows, requests and faults go; its keys and forwarded webhooks stay.'
                : 'Its keys are no good afterwards.'}
            </p>
          </Confirm>
        )}
      </td>
    </tr>
  )
}

function NewWorld({ names, made }: { readonly names: readonly string[]; made(): void }) {
  const [name, setName] = useState('')
  const [like, setLike] = useState('')
  const [frozen, setFrozen] = useState(false)
  const submit = async (event: Event) => {
    event.preventDefault()
    const body = { name, ...(like ? { like } : frozen && { frozen }) }
    if (await attempt(`“${name}” is there.`, () => post('/worlds', body))) {
      setName('')
      world.value = name
    }
    made()
  }
  return (
    <form class="card" onSubmit={submit} aria-labelledby="new-world">
      <h3 id="new-world">A new world</h3>
      <div class="fields">
        <label>
          <span>Name</span>
          <input required value={name} onInput={(event) => setName(event.currentTarget.value)} />
        </label>
        <label>
          <span>As a copy of</span>
          <select value={like} onChange={(event) => setLike(event.currentTarget.value)}>
            <option value="">nothing: an empty one</option>
            {names.map((each) => (
              <option key={each} value={each}>
                {each}
              </option>
            ))}
          </select>
        </label>
        <label class="check">
          <input
            type="checkbox"
            disabled={like !== ''}
            checked={frozen}
            onChange={(event) => setFrozen(event.currentTarget.checked)}
          />{' '}
          its clock stands still
        </label>
        <button type="submit" class="primary">
          Make it
        </button>
      </div>
    </form>
  )
}
