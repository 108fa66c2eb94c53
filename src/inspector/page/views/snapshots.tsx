import { useState } from 'preact/hooks'
import type { Snapshot } from '../api/answers.js'
import { get, post, remove } from '../api/call.js'
import { Confirm } from '../parts/dialog.js'
import { momentOf } from '../parts/time.js'
import { useAnswer } from '../state/answer.js'
import { saveBundle } from '../state/bundle.js'
import { attempt } from '../state/notices.js'
import { labelOf, status, world, worldPath } from '../state/world.js'
import { OpenBundle } from './open-bundle.js'

/** A world's state, kept and given back; and what happened, as a file to hand on. */
export function SnapshotsView() {
  const { data, reload } = useAnswer('/snapshots', () => get<{ snapshots: Snapshot[] }>(`${worldPath.value}/snapshots`))
  const snapshots = data?.snapshots ?? []
  return (
    <div class="page">
      <header>
        <h2>Snapshots and bundles</h2>
      </header>
      <p class="lead">
        A snapshot keeps a world's whole state until {status.value?.state ? 'it is forgotten' : 'the sandbox ends'}. A
        bundle is what happened, as a file that anybody can replay: secrets and personal data in it are replaced.
      </p>
      <section class="card" aria-labelledby="snapshots">
        <h3 id="snapshots">Snapshots</h3>
        <Save saved={reload} />
        {!data ? (
          <p class="quiet">…</p>
        ) : snapshots.length === 0 ? (
          <p class="quiet">None yet: give the state of “{world.value}” a name, and it can be given back later.</p>
        ) : (
          <table>
            <thead>
              <tr>
                <th>Name</th>
                <th>Of</th>
                <th>Clock</th>
                <th class="number">Rows</th>
                <th>Vendors</th>
                <th>
                  <span class="hidden">Actions</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {snapshots.map((snapshot) => (
                <SnapshotRow key={snapshot.name} snapshot={snapshot} changed={reload} />
              ))}
            </tbody>
          </table>
        )}
      </section>
      <section class="card" aria-labelledby="bundle">
        <h3 id="bundle">Save what happened</h3>
        <p class="dim">From the beginning of the world “{world.value}”, or from one of its snapshots.</p>
        <SaveBundle snapshots={snapshots.filter((each) => each.world === world.value)} />
      </section>
      <OpenBundle />
    </div>
  )
}

function Save({ saved }: { saved(): void }) {
  const [name, setName] = useState('')
  const submit = async (event: Event) => {
    event.preventDefault()
    if (await attempt(`The state is kept as “${name}”.`, () => post(`${worldPath.value}/snapshots`, { name })))
      setName('')
    saved()
  }
  return (
    <form class="fields" onSubmit={submit}>
      <label>
        <span>Name</span>
        <input
          required
          value={name}
          onInput={(event) => setName(event.currentTarget.value)}
          placeholder="before-refunds"
        />
      </label>
      <button type="submit">Keep the state</button>
    </form>
  )
}

function SnapshotRow({ snapshot, changed }: { readonly snapshot: Snapshot; changed(): void }) {
  const [asks, setAsks] = useState(false)
  const path = `${worldPath.value}/snapshots/${encodeURIComponent(snapshot.name)}`
  const restore = async () => {
    await attempt(`“${world.value}” is as it was in “${snapshot.name}”.`, () => post(`${path}/restore`))
  }
  const forget = async () => {
    await attempt(`“${snapshot.name}” is forgotten.`, () => remove(path))
    changed()
  }
  return (
    <tr>
      <td>{snapshot.name}</td>
      <td>{snapshot.world}</td>
      <td class="left number">{momentOf(snapshot.now)}</td>
      <td class="number">{snapshot.rows}</td>
      <td>{snapshot.vendors.map(labelOf).join(', ')}</td>
      <td class="actions">
        <button type="button" class="small" onClick={() => setAsks(true)} aria-label={`Restore ${snapshot.name}`}>
          Restore
        </button>
        <button type="button" class="small" onClick={forget} aria-label={`Forget ${snapshot.name}`}>
          Forget
        </button>
        {asks && (
          <Confirm
            title={`Give “${world.value}” the state of “${snapshot.name}”?`}
            verb="Restore"
            confirm={restore}
            close={() => setAsks(false)}
          >
            <p>What the world holds now is lost; save it first if you want it back.</p>
          </Confirm>
        )}
      </td>
    </tr>
  )
}

function SaveBundle({ snapshots }: { readonly snapshots: readonly Snapshot[] }) {
  const [from, setFrom] = useState('')
  const [busy, setBusy] = useState(false)
  const save = async () => {
    setBusy(true)
    await saveBundle(world.value, from || undefined)
    setBusy(false)
  }
  return (
    <div class="fields">
      <label>
        <span>From</span>
        <select value={from} onChange={(event) => setFrom(event.currentTarget.value)}>
          <option value="">the beginning</option>
          {snapshots.map(({ name }) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <button type="button" class="primary" onClick={save} disabled={busy}>
        {busy ? 'Replaying what was recorded…' : 'Save a bundle'}
      </button>
    </div>
  )
}
