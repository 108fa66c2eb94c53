import type { Catalog } from '../catalog.js'
import type { Style } from './render/style.js'
import { styleOf } from './render/style.js'
import type { Terminal } from './terminal.js'

/** What a command works with. */
export interface Context {
  readonly terminal: Terminal
  readonly catalog: Catalog
  /** Output is for programs. */
  readonly json: boolean
  /** The compiled hook for Node programs; default: the one beside this program. */
  readonly hookUrl: string
  /** Prints something while the command goes on: a line of JSON, or a text for people. */
  emit(data: unknown, human: (style: Style) => string): void
  /** A note on stderr that is no output: what was decided, what to look out for. */
  note(text: string): void
}

export interface Surroundings {
  readonly terminal: Terminal
  readonly catalog: Catalog
  readonly hookUrl: string
}

export function createContext(surroundings: Surroundings, json: boolean): Context {
  const { terminal } = surroundings
  return {
    ...surroundings,
    json,
    emit: (data, human) => terminal.out.write(json ? `${JSON.stringify(data)}\n` : human(styleOf(terminal))),
    note: (text) => {
      if (!json) terminal.err.write(`${text}\n`)
    },
  }
}
