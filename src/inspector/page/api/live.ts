import { send } from './call.js'

/**
 * Server-sent events, by fetch: an EventSource could not show the token. Ends when `signal` is aborted or the sandbox ends.
 * @param opened called once nothing is missed any more
 */
export async function listen(
  path: string,
  signal: AbortSignal,
  opened: () => void,
  told: (event: string, data: unknown) => void,
): Promise<void> {
  const response = await send('GET', path, undefined, signal)
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  if (!reader) return
  opened()
  let rest = ''
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return
    const parts = (rest + value).split('\n\n')
    rest = parts.pop() ?? ''
    for (const part of parts) tell(part, told)
  }
}

function tell(part: string, told: (event: string, data: unknown) => void): void {
  let event = 'message'
  let data = ''
  for (const line of part.split('\n')) {
    if (line.startsWith('event: ')) event = line.slice(7)
    else if (line.startsWith('data: ')) data += line.slice(6)
  }
  if (data) told(event, JSON.parse(data))
}
