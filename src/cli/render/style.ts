import picocolors from 'picocolors'
import type { Terminal } from '../terminal.js'

type Paint = (text: string) => string

/** How output for people looks on this terminal. */
export interface Style {
  /** Width in characters, or none where the output is no terminal. */
  readonly width: number | undefined
  readonly bold: Paint
  readonly dim: Paint
  readonly red: Paint
  readonly green: Paint
  readonly yellow: Paint
  readonly cyan: Paint
}

/** Colours only on a terminal that wants them (https://no-color.org). */
export function styleOf(terminal: Terminal, stream: 'out' | 'err' = 'out'): Style {
  const { isTTY, columns } = terminal[stream]
  const colours = isTTY && !terminal.env.NO_COLOR && terminal.env.TERM !== 'dumb'
  const { bold, dim, red, green, yellow, cyan } = picocolors.createColors(colours)
  return { width: columns, bold, dim, red, green, yellow, cyan }
}

/** A status as a person reads it: good green, refused yellow, broken red. */
export function paintStatus(style: Style, status: number): string {
  const text = status === 0 ? '---' : String(status)
  if (status >= 500 || status === 0) return style.red(text)
  return status >= 400 ? style.yellow(text) : style.green(text)
}
