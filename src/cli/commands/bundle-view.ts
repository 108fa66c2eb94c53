import type { Bundle } from '../../engine/bundles/bundle.js'
import type { JournalItem } from '../../engine/bundles/journal.js'
import type { Style } from '../render/style.js'

/** What a bundle holds, in a few lines. */
export function bundleView({ head, start, journal }: Bundle) {
  const of = (kind: JournalItem['kind']) => journal.filter((item) => item.kind === kind).length
  let rows = 0
  for (const [name, { size }] of start.tables) if (name.includes('/')) rows += size
  const data = {
    program: head.program,
    world: head.world,
    seed: head.seed,
    vendors: head.vendors,
    begins: new Date(start.clock.now).toISOString(),
    rows,
    requests: of('exchange'),
    deliveries: of('delivery'),
    commands: of('command'),
    jobs: of('job'),
    forgotten: head.forgotten,
    notes: head.notes,
  }
  return { data, human: (style: Style) => text(style, data) }
}

function text(style: Style, data: ReturnType<typeof bundleView>['data']): string {
  const { requests, deliveries, commands, jobs, rows, begins, world, vendors, program, forgotten, notes } = data
  const names = vendors.map(({ name, version }) => `${name} ${version}`).join(', ')
  const lines = [
    `${style.bold(`${requests} requests`)}, ${deliveries} webhook attempts, ${commands} commands, ${jobs} jobs of the world ${world}`,
    `It begins at ${begins} with ${rows} rows. ${names}; written by Standin ${program}.`,
    ...(forgotten > 0 ? [`${style.yellow('Cut:')} ${forgotten} requests before that are only in the rows.`] : []),
    ...notes.map((note) => `${style.yellow('Note:')} ${note}`),
  ]
  return `${lines.join('\n')}\n`
}

/** One thing that happened, in plain words. */
export function describeItem(item: JournalItem): { readonly at: string; readonly text: string } {
  return { at: new Date(item.at).toISOString(), text: words(item) }
}

function words(item: JournalItem): string {
  if (item.kind === 'job') return `${item.job} (${item.id})`
  if (item.kind === 'command') return [item.name, ...Object.values(item.input).map(word)].join(' ')
  if (item.kind === 'begun') return `${item.vendor} ${item.request.method} ${item.request.target} begins, and waits`
  if (item.kind === 'delivery') {
    const { status, error } = item.attempt
    return `${item.vendor} webhook ${item.type} to ${item.request.url}: ${status ?? error ?? ''}, ${item.came.state}`
  }
  const { method, target } = item.request
  const answer = item.answer.kind === 'reply' ? String(item.answer.status) : item.answer.kind
  return `${item.vendor} ${method} ${target}: ${answer}`
}

function word(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}
