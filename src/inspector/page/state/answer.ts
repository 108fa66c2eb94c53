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
      if (turn === asked.current && error instanceof Refused) setState({ key, error })
    }
  }, [key])
  useEffect(() => {
    void load()
    return throttled(follows, load)
  }, [load, follows])
  return { data: state.key === key ? state.data : undefined, error: state.error, reload: () => void load() }
}

function throttled(follows: 'all' | 'commands', load: () => Promise<void>): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let first = true
  const stop = (follows === 'all' ? pulse : commanded).subscribe(() => {
    if (first) {
      first = false
      return
    }
    timer ??= setTimeout(() => {
      timer = undefined
      void load()
    }, SOONEST)
  })
  return () => {
    clearTimeout(timer)
    stop()
  }
}
