import { useState } from 'preact/hooks'
import type { Key } from '../api/access.js'
import { post } from '../api/call.js'
import { closeDialogOf, Dialog } from '../parts/dialog.js'
import { Mark } from '../parts/mark.js'
import { Text } from '../parts/text.js'
import { momentOf } from '../parts/time.js'
import { attempt } from '../state/notices.js'
import { worldPath } from '../state/world.js'

interface KeyUsesProps {
  readonly keys: readonly Key[]
  rolled(): void
}

/** Which keys hold, who uses them, and until when an old one does. */
export function KeyUses({ keys, rolled }: KeyUsesProps) {
  if (keys.length === 0) return null
  const late = keys.some(({ state, sinceRoll }) => state === 'old' && sinceRoll)
  return (
    <details class="uses">
      <summary>Who uses them, and new ones</summary>
      {late && <p class="held">An old key is still in use: see who used it last, before it ends.</p>}
      <table>
        <thead>
          <tr>
            <th>Variable</th>
            <th>Value</th>
            <th>Holds</th>
            <th>Requests</th>
            <th>Last used</th>
            <th>
              <span class="hidden">Actions</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {keys.map((key) => (
            <Line key={`${key.variable} ${key.value} ${key.until}`} each={key} rolled={rolled} />
          ))}
        </tbody>
      </table>
    </details>
  )
}

function Line({ each, rolled }: { readonly each: Key; rolled(): void }) {
  const [asks, setAsks] = useState(false)
  return (
    <tr>
      <td class="variable">
        <code>{each.state === 'current' ? each.variable : `└ ${each.variable}`}</code>
      </td>
      <td>
        <code>
          <Text value={each.value} />
        </code>
      </td>
      <td>
        <Holds each={each} />
      </td>
      <td class="left number">{usesOf(each)}</td>
      <td>
        <LastUse each={each} />
      </td>
      <td class="actions">
        {each.rolls && each.state === 'current' && (
          <button type="button" class="small" onClick={() => setAsks(true)} aria-label={`New one for ${each.label}`}>
            New one
          </button>
        )}
        {asks && <Roll each={each} rolled={rolled} close={() => setAsks(false)} />}
      </td>
    </tr>
  )
}

function Holds({ each: { state, until } }: { readonly each: Key }) {
  if (state === 'current') return <Mark tone="good">yes</Mark>
  const when = until === null ? '' : momentOf(until)
  return state === 'old' ? <Mark tone="wait">{`until ${when}`}</Mark> : <Mark tone="bad">{`ended ${when}`}</Mark>
}

function LastUse({ each: { last } }: { readonly each: Key }) {
  if (!last) return <span class="dim">–</span>
  return (
    <>
      {momentOf(last.at)} {last.operation && <code>{last.operation}</code>}
      {last.userAgent && (
        <span class="because">
          by <Text value={last.userAgent} />
        </span>
      )}
    </>
  )
}

function usesOf({ requests, refused, sinceRoll }: Key): string {
  if (requests === null) return '–'
  const since = sinceRoll ? [`${sinceRoll} since there is a new one`] : []
  return [requests.toLocaleString('en'), ...since, ...(refused ? [`${refused} refused`] : [])].join(', ')
}

const OVERLAPS: readonly (readonly [value: string, label: string])[] = [
  ['', 'no longer at all'],
  ['1h', 'for an hour'],
  ['24h', 'for a day'],
  ['7d', 'for a week'],
]

function Roll({ each, rolled, close }: { readonly each: Key; rolled(): void; close(): void }) {
  const [overlap, setOverlap] = useState('24h')
  const { vendor, variable, label, rolls } = each
  const submit = async (event: Event) => {
    event.preventDefault()
    const path = `${worldPath.value}/${rolls}/${encodeURIComponent(variable)}/roll`
    const done = ({ shortened = false }: { shortened?: boolean }) =>
      `There is a new one: see its value above.${shortened ? ' The old one holds less long than asked: the vendor allows no more.' : ''}`
    const body = { vendor, ...(overlap && { overlap }) }
    if (await attempt(done, () => post<{ shortened?: boolean }>(path, body))) closeDialogOf(event)
    rolled()
  }
  return (
    <Dialog title={`A new ${label}`} close={close}>
      <form class="stack" onSubmit={submit}>
        <p>Who has the old one is refused when it ends; until then both hold, on the clock of this world.</p>
        <label>
          <span>The old one holds</span>{' '}
          <select value={overlap} onChange={(event) => setOverlap(event.currentTarget.value)}>
            {OVERLAPS.map(([value, text]) => (
              <option key={value} value={value}>
                {text}
              </option>
            ))}
          </select>
        </label>
        <p class="actions">
          <button type="submit" class="primary">
            Make a new one
          </button>
        </p>
      </form>
    </Dialog>
  )
}
