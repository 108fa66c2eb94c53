/** What a list is asked for. @source facts A2 (read 2026-11-23) */
export interface PageQuery {
  readonly limit?: number
  readonly offset?: number
}

const USUAL = 20
const MOST = 100

/** @unverified what a limit beyond the most is answered with: here, the most */
export function boundsOf({ limit = USUAL, offset = 0 }: PageQuery, most = MOST): { limit: number; offset: number } {
  return { limit: Math.min(Math.max(0, limit), most), offset: Math.max(0, offset) }
}
