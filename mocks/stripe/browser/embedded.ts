import { IntegrationError, notSimulated } from './integration-error.js'

interface EmbeddedOptions {
  readonly clientSecret?: string
  readonly fetchClientSecret?: () => Promise<string>
  readonly onComplete?: () => void
  readonly [name: string]: unknown
}

const KNOWN = new Set(['clientSecret', 'fetchClientSecret', 'onComplete'])

/** What the page of a session tells the page around it once it is complete. */
interface Complete {
  readonly standin: 'checkout complete'
  /** Where the session leads to; none where it stays. */
  readonly url?: string
}

/** `createEmbeddedCheckoutPage`: the page of a session in a frame of the shop's. */
export async function embed(origin: string, options: EmbeddedOptions): Promise<object> {
  const other = Object.keys(options).find((name) => !KNOWN.has(name) && options[name] !== undefined)
  if (other !== undefined) throw notSimulated(`the option '${other}' of Embedded Checkout`)
  const secret = options.clientSecret ?? (await options.fetchClientSecret?.())
  const id = /^(cs_test_\w+?)_secret_\w+$/.exec(secret ?? '')?.[1]
  if (id === undefined) {
    throw new IntegrationError(
      'stripe.createEmbeddedCheckoutPage(): pass the client secret of a session, cs_test_..._secret_...',
    )
  }
  return new EmbeddedPage(origin, id, options.onComplete)
}

class EmbeddedPage {
  private readonly frame = document.createElement('iframe')
  private readonly origin: string
  private readonly onComplete: (() => void) | undefined

  constructor(origin: string, id: string, onComplete: (() => void) | undefined) {
    this.origin = origin
    this.onComplete = onComplete
    this.frame.src = `${origin}/c/pay/${id}`
    this.frame.title = 'Checkout'
    Object.assign(this.frame.style, { border: '0', width: '100%', height: '56rem', display: 'block' })
  }

  mount(target: string | HTMLElement): void {
    const at = typeof target === 'string' ? document.querySelector<HTMLElement>(target) : target
    if (!at)
      throw new IntegrationError(
        `The selector you specified (${target}) applies to no DOM elements that are currently on the page.`,
      )
    addEventListener('message', this.listen)
    at.replaceChildren(this.frame)
  }

  private readonly listen = ({ data, origin, source }: MessageEvent<Complete | undefined>): void => {
    if (source !== this.frame.contentWindow || origin !== this.origin || data?.standin !== 'checkout complete') return
    removeEventListener('message', this.listen)
    if (data.url === undefined) this.onComplete?.()
    else location.assign(data.url)
  }

  unmount(): void {
    removeEventListener('message', this.listen)
    this.frame.remove()
  }

  destroy(): void {
    this.unmount()
  }
}
