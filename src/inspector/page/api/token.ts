import { signal } from '@preact/signals'

const KEY = 'standin-token'

/** The sandbox's token: for writes and secrets. Kept for this tab only. Empty where the page was opened without it. */
export const token = signal(inAddress() ?? kept())
/** It was refused: the sandbox was started anew. */
export const tokenIsWrong = signal(false)

export function setToken(text: string): void {
  token.value = text.trim()
  tokenIsWrong.value = false
  sessionStorage.setItem(KEY, token.value)
}

sessionStorage.setItem(KEY, token.value)

/** Of a printed address that was opened in a tab that has the page already. Whether there was one. */
export function takeToken(): boolean {
  const text = inAddress()
  if (text !== undefined) setToken(text)
  return text !== undefined
}

/** `standin start` prints it behind the #, which no browser sends. It must not stay in the address bar, nor in the history. */
function inAddress(): string | undefined {
  const found = /^#token=([^&]+)/.exec(location.hash)?.[1]
  if (found === undefined) return undefined
  history.replaceState(null, '', `${location.pathname}${location.search}`)
  return decoded(found)
}

function kept(): string {
  return sessionStorage.getItem(KEY) ?? ''
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
