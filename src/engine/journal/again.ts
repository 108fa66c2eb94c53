import { inAMoment } from '../time/in-a-moment.js'
import { isNotWritten } from './errors.js'

/** Does something, and where what it came to could not be written down, has it done again in a moment. Fails as it did. */
export async function againIfNotWritten(work: () => Promise<void>, again: () => void): Promise<void> {
  try {
    await work()
  } catch (error) {
    if (isNotWritten(error)) inAMoment(again)
    throw error
  }
}
