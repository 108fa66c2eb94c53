/** How long a stream is silent before it says that it lives, in milliseconds of wall time. */
const HEARTBEAT = 15_000
/** A client that is so many events behind is cut off. */
const LONGEST_QUEUE = 10_000

/** Server-sent events: each value given to `push` goes out as JSON. Ends when the client goes. */
export class EventStream implements AsyncIterableIterator<string> {
  private readonly queue: string[] = []
  private wake: (() => void) | undefined
  private done = false
  private readonly stop: () => void
  private readonly heartbeat: NodeJS.Timeout

  /** @param subscribe is handed `push`, and gives back the way to stop */
  constructor(signal: AbortSignal, subscribe: (push: (event: string, data: unknown) => void) => () => void) {
    this.queue.push(': connected\n\n')
    this.stop = subscribe((event, data) => this.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`))
    this.heartbeat = setInterval(() => this.write(': alive\n\n'), HEARTBEAT)
    this.heartbeat.unref()
    signal.addEventListener('abort', () => this.end(), { once: true })
    if (signal.aborted) this.end()
  }

  [Symbol.asyncIterator](): this {
    return this
  }

  async next(): Promise<IteratorResult<string>> {
    for (;;) {
      if (this.queue.length > 0) return { done: false, value: this.queue.splice(0).join('') }
      if (this.done) return { done: true, value: undefined }
      await new Promise<void>((resolve) => {
        this.wake = resolve
      })
    }
  }

  async return(): Promise<IteratorResult<string>> {
    this.end()
    return { done: true, value: undefined }
  }

  private write(text: string): void {
    if (this.done) return
    this.queue.push(text)
    if (this.queue.length > LONGEST_QUEUE) this.end()
    else this.wake?.()
  }

  private end(): void {
    if (this.done) return
    this.done = true
    this.queue.length = 0
    clearInterval(this.heartbeat)
    this.stop()
    this.wake?.()
  }
}
