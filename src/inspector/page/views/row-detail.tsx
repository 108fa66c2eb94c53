import type { Row, RowWhole } from '../api/answers.js'
import { get } from '../api/call.js'
import type { Happening } from '../api/happenings.js'
import { Copy } from '../parts/copy.js'
import { Body, Text } from '../parts/text.js'
import { momentOf } from '../parts/time.js'
import { useAnswer } from '../state/answer.js'
import { hrefOf } from '../state/route.js'
import { labelOf, worldPath } from '../state/world.js'
import { titleOf } from '../timeline/words.js'

export interface RowProps {
  readonly vendor: string
  readonly table: string
  /** `-` for the vendor's main account. */
  readonly scope: string
  readonly id: string
}

/** One object as it is now, and what became of it. */
export function RowDetail({ vendor, table, scope, id }: RowProps) {
  const path = `${worldPath.value}/state/${[vendor, table, id].map(encodeURIComponent).join('/')}`
  const query = scope === '-' ? {} : { scope }
  const { data, error } = useAnswer(`${path} ${scope}`, () => get<RowWhole>(path, query), 'all')
  if (error) return <p class="quiet">{error.message}</p>
  if (!data) return <p class="quiet">…</p>
  return (
    <>
      <h2 class="detail-title with-action">
        <code>
          <Text value={id} />
        </code>
        <Copy text={id} what="the id" />
      </h2>
      <p class="dim">
        {labelOf(vendor)}, {table}
      </p>
      <History history={data.history} />
      <section class="part" aria-label="As it is now">
        <h3>{data.row === null ? 'It was removed' : 'As it is now'}</h3>
        {data.row !== null && <Body text={JSON.stringify(data.row)} label="The object" />}
      </section>
    </>
  )
}

function History({ history }: { readonly history: RowWhole['history'] }) {
  if (history.length === 0) {
    return (
      <p class="dim">
        Nothing has changed it since the sandbox began, or that is no longer known: it was there from the start.
      </p>
    )
  }
  return (
    <section class="part" aria-label="What became of it">
      <h3>What became of it</h3>
      <ol class="history">
        {history.map(({ by, row }, i) => (
          <li key={by.number}>
            <span class="number dim">{momentOf(by.at)}</span> <By by={by} />
            <Differences before={history[i - 1]?.row ?? undefined} after={row} first={i === 0} />
          </li>
        ))}
      </ol>
    </section>
  )
}

function By({ by }: { readonly by: Happening }) {
  return (
    <a href={hrefOf('timeline', String(by.number))}>
      <Text value={titleOf(by)} />
    </a>
  )
}

interface DifferenceProps {
  readonly before: Row | undefined
  /** Null where it was removed. */
  readonly after: Row | null
  readonly first: boolean
}

const SHOWN = 12

function Differences({ before, after, first }: DifferenceProps) {
  if (after === null) return <p>removed</p>
  if (before === undefined) return <p class="dim">{first ? 'first seen' : 'made again'}</p>
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  const changed = names.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]))
  if (changed.length === 0) return <p class="dim">nothing that is told</p>
  return (
    <dl class="differences">
      {changed.slice(0, SHOWN).map((name) => (
        <div key={name}>
          <dt>
            <Text value={name} />
          </dt>
          <dd>
            <del>
              <Text value={shortened(before[name])} />
            </del>{' '}
            <span aria-hidden="true">→</span>{' '}
            <ins>
              <Text value={shortened(after[name])} />
            </ins>
          </dd>
        </div>
      ))}
      {changed.length > SHOWN && <p class="dim">and {changed.length - SHOWN} more</p>}
    </dl>
  )
}

function shortened(value: unknown): string {
  const text = value === undefined ? 'nothing' : (JSON.stringify(value) ?? 'nothing')
  return text.length > 120 ? `${text.slice(0, 119)}…` : text
}
