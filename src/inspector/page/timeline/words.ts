import type { Happening, RowChange } from '../api/happenings.js'

/** One line of a happening. */
export function titleOf(happening: Happening): string {
  switch (happening.kind) {
    case 'request':
      return `${happening.method} ${happening.target}`
    case 'delivery':
      return `webhook ${happening.type}${happening.attempt > 1 ? `, attempt ${happening.attempt}` : ''}`
    case 'change':
      return happening.because === null ? 'by hand, or as time went by' : 'what came of that'
    case 'command':
      return commandText(happening.name, happening.input)
  }
}

/** What it led to. */
export function effectOf(happening: Happening): string {
  switch (happening.kind) {
    case 'request':
      return [
        ...(happening.faults.length > 0 ? ['went wrong on purpose'] : []),
        ...happening.changes.slice(0, 3).map(changeText),
        ...(happening.changes.length > 3 ? [`and ${happening.changes.length - 3 + happening.moreChanges} more`] : []),
        ...(happening.events.length > 0 ? [`events: ${happening.events.join(', ')}`] : []),
      ].join(' · ')
    case 'delivery':
      return [...happening.made, `to ${happening.url}`].join(' · ')
    case 'change':
      return [
        ...happening.changes.slice(0, 3).map(changeText),
        ...(happening.events.length > 0 ? [`events: ${happening.events.join(', ')}`] : []),
      ].join(' · ')
    case 'command':
      return 'done to the world'
  }
}

export function changeText({ of, id, change, status, before, fields }: RowChange): string {
  if (change === 'removed') return `${of} ${id} removed`
  if (change === 'made') return `${of} ${id} made${status === null ? '' : `, ${status}`}`
  if (before !== null) return `${of} ${id} ${before} → ${status ?? 'no status'}`
  return `${of} ${id}: ${fields.slice(0, 3).join(', ')}`
}

function commandText(name: string, input: Readonly<Record<string, unknown>>): string {
  const told = Object.values(input).map((value) => (typeof value === 'string' ? value : nameIn(value)))
  return [name, ...told].filter(Boolean).join(' ')
}

function nameIn(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value)
  const { name, effect } = value as { name?: unknown; effect?: { kind?: unknown } }
  return String(name ?? effect?.kind ?? '')
}
