import { signal } from '@preact/signals'
import { useEffect, useMemo, useState } from 'preact/hooks'
import type { Row, RowPage, TableLine } from '../api/answers.js'
import { get } from '../api/call.js'
import { Empty, NothingFits } from '../parts/empty.js'
import { emptied, into, Search, Select } from '../parts/filters.js'
import { Text } from '../parts/text.js'
import { VirtualList } from '../parts/virtual-list.js'
import { focusOn } from '../shortcuts.js'
import { useAnswer } from '../state/answer.js'
import { attempt } from '../state/notices.js'
import { choose, hrefOf, route } from '../state/route.js'
import { labelOf, worldPath } from '../state/world.js'
import { RowDetail } from './row-detail.js'

const search = signal('')
const MOST = 1000
/** Of a row in a list: what people look for first. */
const TELLING = [
  'status',
  'Status',
  'name',
  'Name',
  'email',
  'email_address',
  'amount',
  'descriptor',
  'LastName',
  'title',
]

/** What the vendors hold: by resource, each object with its history. */
export function StateView() {
  const path = `${worldPath.value}/state`
  const { data } = useAnswer(path, () => get<{ tables: TableLine[] }>(path), 'all')
  const tables = useMemo(() => [...(data?.tables ?? [])].sort(byName), [data])
  const [vendor, table, scope, id] = route.value.chosen
  const open =
    tables.find((each) => keyOf(each) === [vendor, table, scope].join('/')) ?? (vendor ? undefined : tables[0])
  useEffect(() => {
    if (!vendor && open) choose(open.vendor, open.table, open.scope || '-')
  }, [vendor, open])
  if (data && tables.length === 0) {
    return (
      <Empty title="The vendors hold nothing yet.">
        <p>
          Make something by a request, or begin a <a href={hrefOf('scenarios')}>scenario</a> with sample data.
        </p>
      </Empty>
    )
  }
  return (
    <div class="split">
      <section class="pane" aria-label="Objects">
        <div class="filters">
          <Select
            label="Resource"
            value={open ? keyOf(open) : ''}
            set={(key) => choose(...key.split('/'))}
            options={tables.map((each): [string, string] => [keyOf(each), nameOf(each)])}
          />
          <Search value={search.value} set={into(search)} />
        </div>
        {vendor && table && <Rows vendor={vendor} table={table} scope={scope ?? '-'} id={id} />}
      </section>
      <section class="detail" aria-label="The chosen object" tabIndex={-1}>
        {vendor && table && id ? (
          <RowDetail vendor={vendor} table={table} scope={scope ?? '-'} id={id} />
        ) : (
          <p class="quiet">Choose an object to see it, and what became of it.</p>
        )}
      </section>
    </div>
  )
}

function keyOf({ vendor, table, scope }: TableLine): string {
  return `${vendor}/${table}/${scope || '-'}`
}

function nameOf({ vendor, table, scope, rows }: TableLine): string {
  return `${labelOf(vendor)}: ${table}${scope ? ` of ${scope}` : ''} (${rows})`
}

/** What vendors keep for themselves comes last. */
function byName(a: TableLine, b: TableLine): number {
  const own = (each: TableLine) => (each.table.startsWith('_') ? 1 : 0)
  return own(a) - own(b) || keyOf(a).localeCompare(keyOf(b))
}

interface RowsProps {
  readonly vendor: string
  readonly table: string
  readonly scope: string
  readonly id: string | undefined
}

/** The newest of a table, and more when they are asked for. */
function useRows(vendor: string, table: string, scope: string) {
  const path = `${worldPath.value}/state/${[vendor, table].map(encodeURIComponent).join('/')}`
  const where = scope === '-' ? undefined : scope
  const [more, setMore] = useState<readonly Row[]>([])
  const page = (after?: string) => get<RowPage>(path, { scope: where, limit: MOST, after })
  const { data } = useAnswer(`${path} ${where}`, () => page(), 'all')
  useEffect(() => setMore([]), [path, where])
  // What came since has pushed others out of the newest page, and may have been changed.
  const rows = useMemo(() => {
    const newest = data?.rows ?? []
    const known = new Set(newest.map((row) => row.id))
    return [...newest, ...more.filter((row) => !known.has(row.id))]
  }, [data, more])
  const load = async () => {
    const next = await attempt('', () => page(rows.at(-1)?.id))
    if (next) setMore([...rows.slice(data?.rows.length ?? 0), ...next.rows])
  }
  return { total: data?.total, rows, load }
}

function Rows({ vendor, table, scope, id }: RowsProps) {
  const { total, rows: all, load } = useRows(vendor, table, scope)
  const text = search.value.toLowerCase()
  const shown = useMemo(
    () => (text ? all.filter((row) => JSON.stringify(row).toLowerCase().includes(text)) : all),
    [all, text],
  )
  if (total === undefined) return null
  return (
    <>
      {all.length > 0 && shown.length === 0 && <NothingFits total={all.length} clear={emptied(search)} />}
      <VirtualList
        items={shown}
        label={`${table}, newest first`}
        rowHeight={44}
        chosen={id}
        keyOf={(row) => row.id}
        choose={(row) => choose(vendor, table, scope, row.id)}
        open={() => focusOn('.detail')}
        row={(row) => (
          <>
            <span class="cells target">
              <Text value={row.id} />
            </span>
            <span class="cells dim clip">
              <Text value={tellingOf(row)} />
            </span>
          </>
        )}
      />
      {all.length < total && (
        <p class="actions held">
          <span class="number">
            {all.length.toLocaleString('en')} of {total.toLocaleString('en')}
          </span>
          <button type="button" class="small" onClick={() => void load()}>
            Load more
          </button>
        </p>
      )}
    </>
  )
}

function tellingOf(row: Row): string {
  const told = TELLING.flatMap((name) => {
    const value = row[name]
    return typeof value === 'string' || typeof value === 'number' ? [`${name} ${value}`] : []
  })
  return told.slice(0, 3).join(' · ')
}
