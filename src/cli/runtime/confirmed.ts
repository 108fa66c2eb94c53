import { createInterface } from 'node:readline/promises'
import { SandboxError } from '../../engine/errors.js'

/**
 * Asks a person, who answers y or yes.
 * @param flag what says yes where nobody is there to be asked
 * @throws SANDBOX_FORBIDDEN for any other answer, and where nobody can be asked
 */
export async function confirmed(question: string, flag: string): Promise<void> {
  if (!process.stdin.isTTY) {
    const message = `${question.replace(/ Go on\?$/, '')} Nobody is there to be asked, so nothing was sent.`
    throw new SandboxError('SANDBOX_FORBIDDEN', message, `Say ${flag} to go on without being asked.`)
  }
  const lines = createInterface({ input: process.stdin, output: process.stderr })
  try {
    const answer = await lines.question(`${question} [y/N] `)
    if (!/^y(?:es)?$/i.test(answer.trim())) {
      throw new SandboxError('SANDBOX_FORBIDDEN', 'You did not say yes: nothing was sent.', 'Answer y to go on.')
    }
  } finally {
    lines.close()
  }
}
