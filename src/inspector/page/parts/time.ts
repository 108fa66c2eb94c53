/** `10:00:07.250` of an ISO moment: as the world's clock shows it, UTC. */
export function timeOf(iso: string): string {
  return iso.slice(11, 23)
}

/** `2026-11-24 10:00:07` */
export function momentOf(iso: string): string {
  return `${iso.slice(0, 10)} ${iso.slice(11, 19)}`
}

/** `250 ms`, `3.2 s`, `4 min`, `2 h 5 min`, `3 d 2 h`. */
export function spanOf(milliseconds: number): string {
  const length = Math.abs(milliseconds)
  if (length < 1000) return `${length < 10 ? Math.round(length * 10) / 10 : Math.round(length)} ms`
  const seconds = length / 1000
  if (seconds < 60) return `${Math.round(seconds * 10) / 10} s`
  const minutes = Math.floor(seconds / 60)
  if (minutes < 60) return `${minutes} min${seconds % 60 >= 1 ? ` ${Math.floor(seconds % 60)} s` : ''}`
  const hours = Math.floor(minutes / 60)
  if (hours < 24) return `${hours} h${minutes % 60 ? ` ${minutes % 60} min` : ''}`
  return `${Math.floor(hours / 24)} d${hours % 24 ? ` ${hours % 24} h` : ''}`
}

/** How far a moment is from another: `in 10 min`, `now`. */
export function until(iso: string, now: string): string {
  const left = Date.parse(iso) - Date.parse(now)
  return left <= 0 ? 'now' : `in ${spanOf(left)}`
}
