/** `2026-01-01T00:00:00.000+0000`, whole seconds: how Salesforce writes a moment. @source facts A3 (read 2026-11-23) */
export function toDatetime(milliseconds: number): string {
  const second = Math.floor(milliseconds / 1000)
  if (second !== last.second) last = { second, text: written(second) }
  return last.text
}

/** The second that was written last: the rows of a bulk job have the same one by the thousand. */
let last = { second: Number.NaN, text: '' }

function written(second: number): string {
  return `${new Date(second * 1000).toISOString().slice(0, 23)}+0000`
}

/** Unix milliseconds of a moment as ISO 8601 with `Z` or an offset (`+0000` and `+00:00` alike), or undefined. */
export function parseDatetime(text: string): number | undefined {
  const match =
    /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?)(?:\.\d+)?(Z|[+-]\d\d:?\d\d)?$/i.exec(text.trim()) ??
    undefined
  if (!match) return undefined
  const [, date, time, zone = 'Z'] = match
  const offset = /^z$/i.test(zone) ? 'Z' : zone.replace(/^([+-]\d\d):?(\d\d)$/, '$1:$2')
  const at = Date.parse(`${date}T${time}${offset}`)
  return Number.isNaN(at) || !isDay(date ?? '') ? undefined : at
}

/** Whether `yyyy-MM-dd` is a day of the calendar. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false
  const at = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(at) && new Date(at).toISOString().slice(0, 10) === text
}
