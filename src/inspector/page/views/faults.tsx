import { signal } from '@preact/signals'
import type { Fault } from '../api/answers.js'
import { get, post, remove } from '../api/call.js'
import { effectText, whenText } from '../faults/words.js'
import { hintOf, Text } from '../parts/text.js'
import { useAnswer } from '../state/answer.js'
import { attempt } from '../state/notices.js'
import { world, worldPath } from '../state/world.js'
import { FaultForm } from './fault-form.js'

/** Turned off here, and so to be had again: as long as the page is open. */
const off = signal<readonly (Fault & { readonly world: string })[]>([])

/** What goes wrong on purpose. */
export function FaultsView() {
  const path = `${worldPath.value}/faults`
  const { data, reload } = useAnswer(path, () => get<{ faults: Fault[] }>(path), 'all')
  const on = data?.faults ?? []
  const turnedOff = off.value.filter((each) => each.world === world.value)
  return (
    <div class="page">
      <header>
        <h2>Faults in “{world.value}”</h2>
      </header>
      <p class="lead">
        Something goes wrong on purpose, in the vendor's own words: a card network that is slow, an answer that never
        comes, a webhook that comes twice.
      </p>
      <FaultForm added={reload} />
      <section class="card" aria-labelledby="on">
        <h3 id="on">{data && on.length === 0 ? 'None is on' : 'On'}</h3>
        {!data ? (
          <p class="quiet">…</p>
        ) : on.length === 0 ? (
          <p class="quiet">Everything works as it does at the vendor. Add one above.</p>
        ) : (
          <FaultTable faults={on} path={path} changed={reload} />
        )}
      </section>
      {turnedOff.length > 0 && <TurnedOff faults={turnedOff} path={path} changed={reload} />}
    </div>
  )
}

interface TableProps {
  readonly faults: readonly Fault[]
  readonly path: string
  changed(): void
}

function TurnedOff({ faults, path, changed }: TableProps) {
  return (
    <section class="card" aria-labelledby="off">
      <h3 id="off">Turned off</h3>
      <ul class="chain">
        {faults.map((fault) => (
          <li key={fault.id}>
            <Text value={nameOf(fault)} />{' '}
            <span class="dim">
              <Text value={whenText(fault.when)} />
            </span>{' '}
            <button
              type="button"
              class="small"
              aria-label={`Turn on: ${hintOf(nameOf(fault))}`}
              onClick={() => void turnOn(fault, path, changed)}
            >
              Turn on
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

function FaultTable({ faults, path, changed }: TableProps) {
  return (
    <table>
      <thead>
        <tr>
          <th>What happens</th>
          <th>When</th>
          <th class="number">Fitted</th>
          <th class="number">Happened</th>
          <th>
            <span class="hidden">Action</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {faults.map((fault) => (
          <tr key={fault.id}>
            <td>
              {fault.name && (
                <strong>
                  <Text value={fault.name} />:{' '}
                </strong>
              )}
              <Text value={effectText(fault.effect)} />
            </td>
            <td>
              <Text value={whenText(fault.when)} />
              {fault.times !== undefined && (
                <span class="dim"> · {fault.times === 1 ? 'once' : `${fault.times} times`}</span>
              )}
            </td>
            <td class="number">{fault.fitted}</td>
            <td class="number">{fault.happened}</td>
            <td>
              <button
                type="button"
                class="small"
                aria-label={`Turn off: ${hintOf(nameOf(fault))}`}
                onClick={() => void turnOff(fault, path, changed)}
              >
                Turn off
              </button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const nameOf = ({ name, effect }: Fault): string => name ?? effectText(effect)

async function turnOff(fault: Fault, path: string, changed: () => void): Promise<void> {
  const of = world.value
  const gone = await attempt('The fault is off.', () => remove(`${path}/${encodeURIComponent(fault.id)}`))
  if (gone) off.value = [{ ...fault, world: of }, ...off.value]
  changed()
}

async function turnOn(fault: Fault, path: string, changed: () => void): Promise<void> {
  const { name, when, times, effect } = fault
  const added = await attempt('The fault is on again.', () => post(path, { name, when, times, effect }))
  if (added) off.value = off.value.filter((each) => each.id !== fault.id)
  changed()
}
