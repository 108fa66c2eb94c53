import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import { Refused } from '../api/call.js'
import { commanded, pulse } from './feed.js'

/** Of a view that follows what happens, in milliseconds. */
const SOONEST = 400

export interface Answer<T> {
  readonly data: T | undefined
  readonly error: Refused | undefined
  reload(): void
}

/**
 * What the control API says now, asked again whenever it may have changed.
 * @param follows whether that is with everything that happens, or with what people do to the world
 */
export function useAnswer<T>(key: string, ask: () => Promise<T>, follows: 'all' | 'commands' = 'commands'): Answer<T> {
  const [state, setState] = useState<{ key: string; data?: T; error?: Refused }>({ key })
  const asked = useRef(0)
  const latest = useRef(ask)
  latest.current = ask
  const load = useCallback(async () => {
    const turn = ++asked.current
    try {
      const data = await latest.current()
      if (turn === asked.current) setState({ key, data })
    } catch (error) {
      if (turn !== asked.current || !(error instanceof Refused)) return
      // While the sandbox does not answer, what it said last is worth more than nothing.
      setState((before) => ({ key, error, ...(error.status === 0 && before.key === key && { data: before.data }) }))
    }
  }, [key])
  useEffect(() => {
    void load()
    return throttled(follows, load)
  }, [load, follows])
  const answered = state.key === key
  const [data, error] = answered ? [state.data, state.error] : []
  return { data, error, reload: () => void load() }
}

/** One at a time: an answer that takes longer than things happen would else never be the newest. */
function throttled(follows: 'all' | 'commands', load: () => Promise<void>): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let [first, missed, stopped] = [true, false, false]
  const soon = () => {
    missed = true
    if (stopped) return
    timer ??= setTimeout(async () => {
      missed = false
      await load()
      timer = undefined
      if (missed) soon()
    }, SOONEST)
  }
  const stop = (follows === 'all' ? pulse : commanded).subscribe(() => {
    if (!first) soon()
    first = false
  })
  return () => {
    stopped = true
    clearTimeout(timer)
    stop()
  }
}
