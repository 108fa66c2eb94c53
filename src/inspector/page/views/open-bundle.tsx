import { useState } from 'preact/hooks'
import type { Replayed } from '../api/answers.js'
import { sendFile } from '../api/call.js'
import { Mark } from '../parts/mark.js'
import { Text } from '../parts/text.js'
import { momentOf } from '../parts/time.js'
import { attempt } from '../state/notices.js'
import { labelOf } from '../state/world.js'

/** Replays a bundle that somebody handed on. */
export function OpenBundle() {
  const [result, setResult] = useState<Replayed | undefined>()
  const [busy, setBusy] = useState(false)
  const open = async (event: Event) => {
    const input = event.currentTarget as HTMLInputElement
    const file = input.files?.[0]
    if (!file) return
    setBusy(true)
    setResult(undefined)
    setResult(await attempt('', () => sendFile<Replayed>('/bundles/replay', file)))
    setBusy(false)
    input.value = ''
  }
  return (
    <section class="card" aria-labelledby="open">
      <h3 id="open">Open a bundle</h3>
      <p class="dim">
        It is replayed in a sandbox of its own, up to the first answer that differs; nothing is sent out.
      </p>
      <div class="fields">
        <label>
          <span>File</span>
          <input type="file" accept=".standin" onChange={open} disabled={busy} />
        </label>
        {busy && <Mark tone="wait">replaying</Mark>}
      </div>
      {result && <Result result={result} />}
    </section>
  )
}

function Result({ result }: { readonly result: Replayed }) {
  const { first, items, total, replayed } = result
  return (
    <div class="story">
      <p class={`verdict ${first ? 'bad' : 'good'}`} role="status">
        <Mark tone={first ? 'bad' : 'good'}>{first ? 'Something differs' : 'All the same'}</Mark>
        <span>
          {first
            ? `at number ${first.number} of ${total}.`
            : `${replayed} things gave the same bytes: ${result.requests} requests, ${result.deliveries} webhooks.`}
        </span>
      </p>
      <p class="dim">
        <Text value={aboutOf(result)} />
      </p>
      {first && <Differences differences={first.differences} />}
      {result.notes.map((note) => (
        <p key={note}>
          <Text value={note} />
        </p>
      ))}
      <details>
        <summary>What is in it ({total})</summary>
        <ol class="happened">
          {items.slice(0, 500).map((item) => (
            <li key={item.number}>
              <span class="number dim">#{item.number}</span>
              <span class="number dim">{momentOf(item.at)}</span>
              <Text value={item.what} />
            </li>
          ))}
        </ol>
      </details>
    </div>
  )
}

function aboutOf({ world, begins, vendors, program }: Replayed): string {
  const versions = vendors.map(({ name, version }) => `${labelOf(name)} ${version}`).join(', ')
  return `World ${world}, from ${momentOf(begins)}; ${versions}; written by Standin ${program}.`
}

function Differences({ differences }: { readonly differences: NonNullable<Replayed['first']>['differences'] }) {
  return (
    <table>
      <thead>
        <tr>
          <th>Where</th>
          <th>Recorded</th>
          <th>Now</th>
        </tr>
      </thead>
      <tbody>
        {differences.map((each) => (
          <tr key={each.where}>
            <td>
              <code>
                <Text value={each.where} />
              </code>
            </td>
            <td>
              <Text value={JSON.stringify(each.recorded) ?? 'nothing'} />
            </td>
            <td>
              <Text value={JSON.stringify(each.now) ?? 'nothing'} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
