import { useState } from 'preact/hooks'
import type { Delivery, Endpoint } from '../api/answers.js'
import { get, post, remove } from '../api/call.js'
import { VendorSelect } from '../parts/filters.js'
import { Mark } from '../parts/mark.js'
import { Text } from '../parts/text.js'
import { type Answer, useAnswer } from '../state/answer.js'
import { commanded } from '../state/feed.js'
import { attempt, tell } from '../state/notices.js'
import { labelOf, status, worldPath } from '../state/world.js'

/** Endpoints that hear of events; those added here can be taken away here. */
export function Endpoints() {
  const path = `${worldPath.value}/webhooks`
  const answer = useAnswer(path, () => get<{ endpoints: Endpoint[] }>(path), 'all')
  const endpoints = answer.data?.endpoints ?? []
  return (
    <details class="endpoints" open>
      <summary>
        {endpoints.length} {endpoints.length === 1 ? 'endpoint' : 'endpoints'}, and events by hand
      </summary>
      <ul>
        {endpoints.map((endpoint) => (
          <EndpointLine key={endpoint.id} endpoint={endpoint} changed={answer.reload} />
        ))}
      </ul>
      <Subscribe answer={answer} />
      <Trigger />
    </details>
  )
}

function EndpointLine({ endpoint, changed }: { readonly endpoint: Endpoint; changed(): void }) {
  const path = `${worldPath.value}/webhooks/${encodeURIComponent(endpoint.id)}`
  const does = (done: string, work: () => Promise<unknown>) => async () => {
    await attempt(done, work)
    changed()
    commanded.value++
  }
  const holds = endpoint.byHand
  return (
    <li>
      <div>
        <code>
          <Text value={endpoint.url} />
        </code>
        <span class="dim">
          {labelOf(endpoint.vendor)} ·{' '}
          {endpoint.events.length === 0 || endpoint.events.includes('*')
            ? 'every event'
            : `${endpoint.events.length} events`}
        </span>
        {holds && <Mark tone="wait">holding</Mark>}
        {endpoint.held && <Mark tone="bad">host not allowed</Mark>}
        {!endpoint.enabled && <Mark tone="plain">disabled</Mark>}
      </div>
      <span class="actions">
        <button
          type="button"
          class="small"
          aria-pressed={holds}
          onClick={does(holds ? 'Deliveries go out by themselves again.' : 'Deliveries wait here from now on.', () =>
            post(`${path}/by-hand`, { on: !holds }),
          )}
        >
          {holds ? 'Stop holding' : 'Hold'}
        </button>
        {!holds && (
          <button
            type="button"
            class="small"
            onClick={does('', async () => {
              const sent = await sendReversed(endpoint)
              tell('done', sent < 2 ? 'There are no two deliveries to send.' : 'The last two were sent, newest first.')
            })}
          >
            Last two in the wrong order
          </button>
        )}
        <button
          type="button"
          class="small"
          onClick={does('It has a new secret; see Credentials.', () => post(`${path}/roll`))}
        >
          New secret
        </button>
        {endpoint.forwarded && (
          <button type="button" class="small" onClick={does('The endpoint is gone.', () => remove(path))}>
            Remove
          </button>
        )}
      </span>
    </li>
  )
}

/** Sends the last two of an endpoint again, the newer one first. Gives how many there were. */
async function sendReversed({ vendor, id }: Endpoint): Promise<number> {
  const path = `${worldPath.value}/deliveries`
  const { deliveries } = await get<{ deliveries: Delivery[] }>(path)
  const last = deliveries.filter((each) => each.vendor === vendor && each.endpoint === id).slice(0, 2)
  if (last.length === 2) for (const each of last) await post(`${path}/${encodeURIComponent(each.id)}/replay`)
  return last.length
}

interface Added {
  readonly secret: string
  /** Its host is not allowed. */
  readonly held: boolean
}

const added = ({ secret, held }: Added) =>
  held
    ? `It is added, but its host is not allowed: nothing goes there until the sandbox is started with --allow. Its secret: ${secret}`
    : `It hears of every event. Its secret: ${secret}`

function Subscribe({ answer }: { readonly answer: Answer<unknown> }) {
  const [vendor, setVendor] = useState('')
  const [url, setUrl] = useState('')
  const of = vendor || status.value?.vendors[0]?.name || ''
  const submit = async (event: Event) => {
    event.preventDefault()
    if (await attempt(added, () => post<Added>(`${worldPath.value}/webhooks`, { vendor: of, url }))) setUrl('')
    answer.reload()
  }
  return (
    <form class="fields" onSubmit={submit}>
      <VendorSelect all={false} value={of} set={setVendor} />
      <label class="grow">
        <span>Address of your program</span>
        <input
          type="url"
          required
          value={url}
          onInput={(event) => setUrl(event.currentTarget.value)}
          placeholder="http://localhost:3000/webhooks"
        />
      </label>
      <button type="submit">Add an endpoint</button>
    </form>
  )
}

function Trigger() {
  const [vendor, setVendor] = useState('')
  const [type, setType] = useState('')
  const of = vendor || status.value?.vendors[0]?.name || ''
  const { data } = useAnswer(`types ${of}`, () => get<{ types: string[] }>(`${worldPath.value}/events`, { vendor: of }))
  const submit = async (event: Event) => {
    event.preventDefault()
    const done = ({ deliveries }: { deliveries: unknown[] }) =>
      deliveries.length === 0
        ? `${type} happened; no endpoint hears of it.`
        : `${type} happened; ${deliveries.length} told.`
    await attempt(done, () => post<{ deliveries: unknown[] }>(`${worldPath.value}/events`, { vendor: of, type }))
  }
  return (
    <form class="fields" onSubmit={submit}>
      <VendorSelect all={false} value={of} set={setVendor} />
      <label class="grow">
        <span>Event</span>
        <input
          required
          disabled={data?.types.length === 0}
          list="event-types"
          value={type}
          onInput={(event) => setType(event.currentTarget.value)}
          autocomplete="off"
        />
      </label>
      <datalist id="event-types">
        {(data?.types ?? []).map((each) => (
          <option key={each} value={each} />
        ))}
      </datalist>
      <button type="submit">Make an event happen</button>
      {data?.types.length === 0 && (
        <p class="dim">No event of {labelOf(of)} can be made by hand now: cause it by a request.</p>
      )}
    </form>
  )
}
