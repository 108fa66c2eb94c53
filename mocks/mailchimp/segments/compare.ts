/** How texts, numbers and dates are compared in conditions. Case does not matter. */
export function compareText(op: string, value: string, wanted: string): boolean {
  const [a, b] = [value.toLowerCase(), wanted.toLowerCase()]
  switch (op) {
    case 'is':
    case 'client_is':
    case 'source_is':
      return a === b
    case 'not':
    case 'client_not':
    case 'source_not':
      return a !== b
    case 'contains':
      return a.includes(b)
    case 'notcontain':
      return !a.includes(b)
    case 'starts':
      return a.startsWith(b)
    case 'ends':
      return a.endsWith(b)
    case 'greater':
      return a > b
    case 'less':
      return a < b
    case 'blank':
      return a === ''
    case 'blank_not':
      return a !== ''
    default:
      return false
  }
}

export function compareNumber(op: string, value: number, wanted: number): boolean {
  switch (op) {
    case 'is':
      return value === wanted
    case 'not':
      return value !== wanted
    case 'greater':
      return value > wanted
    case 'less':
      return value < wanted
    default:
      return false
  }
}

const DAY = 86_400_000

/** Whole days, as people mean dates. `date` and `wanted` in Unix milliseconds; a date that is not there is blank. */
export function compareDate(op: string, date: number | undefined, wanted: number): boolean {
  if (op === 'blank') return date === undefined
  if (date === undefined || Number.isNaN(wanted)) return op === 'not' || op === 'notwithin'
  if (op === 'blank_not') return true
  return compareNumber(op, Math.floor(date / DAY), Math.floor(wanted / DAY))
}

/** So many days before a moment. */
export function daysBefore(now: number, days: unknown): number {
  return now - Number(days) * DAY
}
