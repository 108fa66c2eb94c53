const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

const two = (number: number): string => String(number).padStart(2, '0')
const name = (names: readonly string[], at: number): string => names[at] ?? ''

/** What each letter of a format stands for. @source https://www.php.net/manual/en/datetime.format.php (read 2026-11) */
const LETTERS: Readonly<Record<string, (date: Date) => string>> = {
  d: (date) => two(date.getUTCDate()),
  j: (date) => String(date.getUTCDate()),
  D: (date) => name(DAYS, date.getUTCDay()).slice(0, 3),
  l: (date) => name(DAYS, date.getUTCDay()),
  S: (date) => ordinal(date.getUTCDate()),
  m: (date) => two(date.getUTCMonth() + 1),
  n: (date) => String(date.getUTCMonth() + 1),
  M: (date) => name(MONTHS, date.getUTCMonth()).slice(0, 3),
  F: (date) => name(MONTHS, date.getUTCMonth()),
  Y: (date) => String(date.getUTCFullYear()),
  y: (date) => two(date.getUTCFullYear() % 100),
  H: (date) => two(date.getUTCHours()),
  G: (date) => String(date.getUTCHours()),
  h: (date) => two(date.getUTCHours() % 12 || 12),
  g: (date) => String(date.getUTCHours() % 12 || 12),
  i: (date) => two(date.getUTCMinutes()),
  s: (date) => two(date.getUTCSeconds()),
  A: (date) => (date.getUTCHours() < 12 ? 'AM' : 'PM'),
  a: (date) => (date.getUTCHours() < 12 ? 'am' : 'pm'),
  U: (date) => String(Math.floor(date.getTime() / 1000)),
  T: () => 'UTC',
}

/** A moment (Unix milliseconds), in UTC, in a format of PHP's `date`. A letter that means nothing stands for itself. */
export function phpDate(format: string, at: number): string {
  const date = new Date(at)
  return format.replace(/\\(.)|([a-zA-Z])/g, (_, literal?: string, letter?: string) =>
    literal !== undefined ? literal : (LETTERS[letter ?? '']?.(date) ?? letter ?? ''),
  )
}

function ordinal(day: number): string {
  if (day >= 11 && day <= 13) return 'th'
  return ['th', 'st', 'nd', 'rd'][day % 10] ?? 'th'
}
