import { useState } from 'preact/hooks'
import type { Delivery, DeliveryWhole } from '../api/answers.js'
import { post } from '../api/call.js'
import { closeDialogOf, Dialog } from '../parts/dialog.js'
import { inLines } from '../parts/text.js'
import { attempt } from '../state/notices.js'
import { worldPath } from '../state/world.js'

export interface ActionProps {
  readonly delivery: DeliveryWhole
  reload(): void
}

interface Sent {
  readonly status: number | null
  readonly error: string | null
  readonly accepted: boolean
}

const said = ({ status, error, accepted }: Sent) =>
  `It was ${accepted ? 'accepted' : 'refused'}: ${status ?? error ?? 'no answer'}.`

/** What the program said to the last attempt: and where that leaves the delivery. */
function answerOf({ state, attempts }: Delivery): string {
  const last = attempts.at(-1)
  if (!last) return 'no answer yet'
  return `${last.status ?? last.error ?? 'no answer'}${state === 'delivered' ? '' : `, ${state}`}`
}

/** What sending it is called while it has not come yet. */
const VERBS: Readonly<Record<string, readonly [verb: string, done: string]>> = {
  held: ['Release it now', 'released'],
  pending: ['Try it now', 'tried'],
}

/** Release, send again, twice, once more as another event, forged, edited. */
export function DeliveryActions({ delivery, reload }: ActionProps) {
  const [edits, setEdits] = useState(false)
  const path = `${worldPath.value}/deliveries/${encodeURIComponent(delivery.id)}`
  const does =
    <T,>(done: string | ((result: T) => string), work: () => Promise<T>) =>
    async () => {
      await attempt(done, work)
      reload()
    }
  const replay = () => post<Delivery>(`${path}/replay`)
  const [verb, done] = VERBS[delivery.state] ?? ['Send it again', 'sent again']
  const once = (now: Delivery) => `It was ${done}. The answer: ${answerOf(now)}.`
  return (
    <section class="part" aria-label="What to do with it">
      <h3>What to do with it</h3>
      <p class="actions">
        <button type="button" class="primary" onClick={does(once, replay)}>
          {verb}
        </button>
        <button
          type="button"
          onClick={does(
            (both: readonly Delivery[]) => `It was sent twice. The answers: ${both.map(answerOf).join('; ')}.`,
            async () => [await replay(), await replay()],
          )}
        >
          Send it twice
        </button>
        {delivery.byHand && (
          <button type="button" onClick={does('Another event of the same object waits.', () => post(`${path}/again`))}>
            Another event of the same object
          </button>
        )}
        <button type="button" onClick={() => setEdits(true)}>
          Edit and send…
        </button>
      </p>
      <Forge delivery={delivery} reload={reload} path={path} />
      {edits && <Edit delivery={delivery} path={path} close={() => setEdits(false)} reload={reload} />}
    </section>
  )
}

const FORGERIES: Readonly<Record<string, string>> = {
  signature: 'a made-up signature',
  secret: "signed with somebody else's secret",
  body: 'changed after it was signed',
  time: 'signed an hour ago',
  unsigned: 'no signature',
}
const AN_HOUR = 3_600_000

function Forge({ delivery, reload, path }: ActionProps & { readonly path: string }) {
  const [how, setHow] = useState(delivery.forgeries[0] ?? '')
  if (delivery.forgeries.length === 0)
    return <p class="dim">Deliveries of this vendor are not signed: none can be forged.</p>
  const send = async () => {
    await attempt(said, () => post<Sent>(`${path}/send`, { how, ...(how === 'time' && { age: AN_HOUR }) }))
    reload()
  }
  return (
    <div class="fields">
      <label>
        <span>Forge it</span>
        <select value={how} onChange={(event) => setHow(event.currentTarget.value)}>
          {delivery.forgeries.map((each) => (
            <option key={each} value={each}>
              {FORGERIES[each] ?? each}
            </option>
          ))}
        </select>
      </label>
      <button type="button" onClick={send}>
        Send it so
      </button>
    </div>
  )
}

function Edit({ delivery, reload, path, close }: ActionProps & { readonly path: string; close(): void }) {
  const [body, setBody] = useState(inLines(delivery.request.body))
  const [signed, setSigned] = useState(true)
  const send = async (event: Event) => {
    event.preventDefault()
    // What was written is kept where it could not be sent.
    if (await attempt(said, () => post<Sent>(`${path}/edited`, { body, signed }))) closeDialogOf(event)
    reload()
  }
  return (
    <Dialog title={`Edit ${delivery.type}`} close={close}>
      <form class="stack" onSubmit={send}>
        <label>
          Body
          <textarea value={body} onInput={(event) => setBody(event.currentTarget.value)} spellcheck={false} />
        </label>
        <label class="check">
          <input type="checkbox" checked={signed} onChange={(event) => setSigned(event.currentTarget.checked)} /> sign
          it as the vendor would
        </label>
        <p class="dim">It is sent once, and not tried again. Secrets are hidden here, and would be sent so.</p>
        <p class="actions">
          <button type="submit" class="primary">
            Send it
          </button>
        </p>
      </form>
    </Dialog>
  )
}
