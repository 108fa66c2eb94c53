/** One of the program's two outputs. */
export interface Output {
  write(text: string): void
  readonly isTTY: boolean
  /** Width in characters; undefined where it is no terminal. */
  readonly columns: number | undefined
}

/** The program's surroundings, so that tests can be them. */
export interface Terminal {
  readonly out: Output
  readonly err: Output
  readonly env: NodeJS.ProcessEnv
  readonly cwd: string
  /** Aborted at the first SIGINT, SIGTERM or SIGHUP. */
  readonly stop: AbortSignal
  /** Told of each signal. Returns the way to stop. */
  onSignal(listener: (signal: NodeJS.Signals) => void): () => void
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** The real one. A second signal ends the process at once, unless somebody listens for signals. */
export function processTerminal(exit: (code: number) => void): Terminal {
  const stop = new AbortController()
  const listeners = new Set<(signal: NodeJS.Signals) => void>()
  for (const signal of SIGNALS) {
    process.on(signal, () => {
      if (stop.signal.aborted && listeners.size === 0) exit(130)
      stop.abort(signal)
      for (const listener of listeners) listener(signal)
    })
  }
  return {
    out: output(process.stdout),
    err: output(process.stderr),
    env: process.env,
    cwd: process.cwd(),
    stop: stop.signal,
    onSignal: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

function output(stream: NodeJS.WriteStream): Output {
  // A reader that has gone (`| head`) is no reason for a stack trace.
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
  })
  return {
    write: (text) => void stream.write(text),
    isTTY: stream.isTTY === true,
    get columns() {
      return stream.isTTY ? stream.columns : undefined
    },
  }
}
