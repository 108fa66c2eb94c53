import { behaviour } from '../api.js'
import { NEWEST, OLDEST } from '../versions.js'

const SEASONS = ['Winter', 'Spring', 'Summer'] as const

/** Winter '24 is v59.0, and three versions make a year. */
function labelOf(version: number): string {
  const since = version - 59 + 24 * 3
  return `${SEASONS[since % 3]} '${String(Math.floor(since / 3)).padStart(2, '0')}`
}

/**
 * Lists the versions of the API. No session is asked for.
 * @source facts A4 (read 2026-11-23)
 */
export const listVersions = behaviour('GET /services/data', () =>
  Array.from({ length: NEWEST - OLDEST + 1 }, (_, i) => OLDEST + i).map((version) => ({
    label: labelOf(version),
    url: `/services/data/v${version}.0`,
    version: `${version}.0`,
  })),
)
