import { signal } from '@preact/signals'
import { Refused } from '../api/call.js'

export interface Notice {
  readonly id: number
  /** `news`: what nobody here did; `wait`: what is not over yet. */
  readonly kind: 'done' | 'wrong' | 'news' | 'wait'
  readonly text: string
  readonly remedy: string | undefined
}

const SHOWN_FOR = 6000
/** Milliseconds after which a person wonders whether anything happens. */
const SLOW = 700

export const notices = signal<readonly Notice[]>([])
let count = 0

export function tell(kind: Notice['kind'], text: string, remedy?: string): number {
  const notice = { id: ++count, kind, text, remedy }
  notices.value = [...notices.value.slice(-3), notice]
  // What went wrong stays until it is read.
  if (kind === 'done') setTimeout(() => dismiss(notice.id), SHOWN_FOR)
  return notice.id
}

export function dismiss(id: number): void {
  notices.value = notices.value.filter((notice) => notice.id !== id)
}

/** Does something that a person asked for, and says what came of it. Gives undefined where it was refused. */
export async function attempt<T>(
  done: string | ((result: T) => string),
  work: () => Promise<T>,
): Promise<T | undefined> {
  let waits: number | undefined
  const slow = setTimeout(() => {
    waits = tell('wait', 'It is going on: a program may be slow to answer, or much falls due.')
  }, SLOW)
  try {
    const result = await work()
    const text = typeof done === 'string' ? done : done(result)
    if (text) tell('done', text)
    return result
  } catch (error) {
    if (error instanceof Refused) tell('wrong', error.message, error.remedy)
    else tell('wrong', String(error))
    return undefined
  } finally {
    clearTimeout(slow)
    if (waits !== undefined) dismiss(waits)
  }
}
