import { IntegrationError } from './integration-error.js'
import type { Appearance, Ask, ElementOptions, ElementType, Happened, Init, Reply } from './messages.js'

export interface Setting {
  /** Scheme and authority that the script came from. */
  readonly origin: string
  readonly api: string
  readonly key: string
}

type Handler = (event: Readonly<Record<string, unknown>>) => void

/** One Element in the page: a frame from the stand-in, and what it tells. */
export class Element {
  readonly type: ElementType
  private readonly setting: Setting
  private readonly options: ElementOptions
  private readonly appearance: Appearance
  private readonly handlers = new Map<string, Set<Handler>>()
  private readonly waiting = new Map<number, (reply: Reply) => void>()
  private frame: HTMLIFrameElement | undefined
  private port: MessagePort | undefined
  private asked = 0
  private destroyed = false
  private loaded: Promise<void> | undefined

  constructor(type: ElementType, setting: Setting, options: ElementOptions, appearance: Appearance) {
    this.type = type
    this.setting = setting
    this.options = options
    this.appearance = appearance
  }

  get mounted(): boolean {
    return this.frame !== undefined
  }

  mount(target: string | HTMLElement): void {
    if (this.destroyed) throw new IntegrationError('This Element has already been destroyed. Please create a new one.')
    const at = typeof target === 'string' ? document.querySelector<HTMLElement>(target) : target
    if (!at) {
      throw new IntegrationError(
        `The selector you specified (${target}) applies to no DOM elements that are currently on the page.`,
      )
    }
    this.unmount()
    const frame = document.createElement('iframe')
    frame.title = 'Secure card payment input frame'
    frame.src = `${this.setting.origin}/v3/element`
    frame.allow = 'payment *'
    Object.assign(frame.style, { border: '0', width: '100%', display: 'block', height: '44px', colorScheme: 'normal' })
    this.frame = frame
    this.loaded = new Promise((resolve) => {
      frame.addEventListener('load', () => this.connect(frame, resolve), { once: true })
    })
    at.replaceChildren(frame)
  }

  private connect(frame: HTMLIFrameElement, ready: () => void): void {
    const { port1, port2 } = new MessageChannel()
    const { api, key, origin } = this.setting
    const { appearance, options, type } = this
    this.port = port1
    port1.onmessage = ({ data }: MessageEvent<Reply | Happened>) => {
      if ('reply' in data) {
        this.waiting.get(data.reply)?.(data)
        this.waiting.delete(data.reply)
      } else {
        if (data.event === 'ready') ready()
        this.happened(data)
      }
    }
    const plain = <T>(value: T) => JSON.parse(JSON.stringify(value)) as T
    const init: Init = { standin: 'init', type, key, api, options: plain(options), appearance: plain(appearance) }
    frame.contentWindow?.postMessage(init, origin, [port2])
  }

  private happened({ detail, event }: Happened): void {
    if (event === 'height') {
      if (this.frame) this.frame.style.height = `${detail.height as number}px`
    } else this.emit(event, detail)
  }

  emit(event: string, detail: Readonly<Record<string, unknown>>): void {
    for (const handler of [...(this.handlers.get(event) ?? [])]) handler(detail)
  }

  /** Asks the frame, once it is there. */
  async ask(request: Omit<Ask, 'ask'>): Promise<Reply> {
    if (!this.frame) {
      throw new IntegrationError(
        `We could not retrieve data from the specified Element. Please make sure the Element you are attempting to use is still mounted (${this.type}).`,
      )
    }
    await this.loaded
    const ask = ++this.asked
    return new Promise((resolve) => {
      this.waiting.set(ask, resolve)
      this.port?.postMessage({ ...request, ask } satisfies Ask)
    })
  }

  on(event: string, handler: Handler): this {
    const handlers = this.handlers.get(event) ?? new Set()
    this.handlers.set(event, handlers.add(handler))
    return this
  }

  once(event: string, handler: Handler): this {
    const only: Handler = (detail) => {
      this.off(event, only)
      handler(detail)
    }
    return this.on(event, only)
  }

  off(event: string, handler?: Handler): this {
    if (handler) this.handlers.get(event)?.delete(handler)
    else this.handlers.delete(event)
    return this
  }

  focus(): void {
    void this.ask({ what: 'focus' })
  }

  blur(): void {
    void this.ask({ what: 'blur' })
  }

  clear(): void {
    void this.ask({ what: 'clear' })
  }

  update(options: ElementOptions): void {
    if (this.frame) void this.ask({ what: 'update', options: JSON.parse(JSON.stringify(options)) as ElementOptions })
  }

  collapse(): this {
    return this
  }

  unmount(): void {
    this.port?.close()
    this.frame?.remove()
    this.port = undefined
    this.frame = undefined
    this.waiting.clear()
  }

  destroy(): void {
    this.unmount()
    this.destroyed = true
  }
}
