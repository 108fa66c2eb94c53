import type { Terminal } from '../terminal.js'

const FRAMES = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏']
/** What takes less is not spoken of, in milliseconds. */
const PATIENCE = 1000

/** Says on stderr that work goes on, where somebody watches and it takes more than a second. */
export async function withProgress<T>(terminal: Terminal, text: string, work: Promise<T>): Promise<T> {
  if (!terminal.err.isTTY || terminal.env.CI) return work
  let frame = 0
  let shown = false
  const begun = Date.now()
  const timer = setInterval(() => {
    if (Date.now() - begun < PATIENCE) return
    shown = true
    terminal.err.write(`\r${FRAMES[frame++ % FRAMES.length]} ${text}`)
  }, 100)
  try {
    return await work
  } finally {
    clearInterval(timer)
    if (shown) terminal.err.write('\r\u001b[2K')
  }
}
