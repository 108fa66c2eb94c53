import type { Style } from './render/style.js'

/** What the program's exit code says. */
export const EXIT = { ok: 0, failed: 1, usage: 2, notRunning: 3, incomplete: 4 } as const

/** What a command gives back: main renders it, bin turns its code into the process's. */
export interface Result {
  readonly exitCode: number
  /** For `--json`; undefined prints nothing. */
  readonly data: unknown
  /** For people; an empty text prints nothing. */
  readonly human: (style: Style) => string
  /** For what goes on after that was printed. Gives the exit code in the end. */
  readonly wait?: () => Promise<number>
}

export function done(data: unknown, human: (style: Style) => string): Result {
  return { exitCode: EXIT.ok, data, human }
}
