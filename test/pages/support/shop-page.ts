import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { Page } from 'playwright-core'

/** `loadStripe` as npm has it, to be imported by a page. */
const LOADER = readFileSync('node_modules/@stripe/stripe-js/dist/pure.mjs', 'utf8')

export interface Shop {
  readonly url: string
  /** Bodies that the shop's own server was sent. */
  readonly received: string[]
  close(): void
}

/** A shop of its own origin, with a page that pays as its `script` says; `stripe` is there, and `answer(value)` shows how it ended. */
export async function openShop(): Promise<Shop> {
  const received: string[] = []
  const server: Server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://shop')
    let body = ''
    request.on('data', (chunk) => (body += chunk))
    request.on('end', () => {
      if (body) received.push(body)
      if (url.pathname === '/stripe-js.mjs') {
        response.setHeader('content-type', 'text/javascript')
        return response.end(LOADER)
      }
      response.setHeader('content-type', 'text/html; charset=utf-8')
      response.end(url.pathname === '/done' ? '<h1>Thank you</h1>' : page(url))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : 0
  return { url: `http://127.0.0.1:${port}`, received, close: () => server.close() }
}

/** `?key=...&script=...`, and `plain` for a page that has the script's address itself. */
function page({ searchParams }: URL): string {
  const key = JSON.stringify(searchParams.get('key') ?? '')
  const script = searchParams.get('script') ?? ''
  const plain = searchParams.get('plain')
  const begin = plain
    ? `const stripe = Stripe(${key})`
    : `const { loadStripe } = await import('/stripe-js.mjs')\nconst stripe = await loadStripe(${key})`
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Shop</title>
<meta name="viewport" content="width=device-width,initial-scale=1">
<style>body{font:16px/1.5 system-ui,sans-serif;max-width:28rem;margin:2rem auto;padding:0 1rem}button{font:inherit;padding:.7rem 1.5rem;margin-top:1rem}</style>
${plain ? `<script src="${plain}"></script>` : ''}</head>
<body><main><h1>Your order</h1><form id="pay"><div id="element"></div><button>Pay</button></form><p id="answer" role="status"></p></main>
<script type="module">
window.answer = (value) => { document.getElementById('answer').textContent = JSON.stringify(value) }
window.events = []
try {
  ${begin}
  window.stripe = stripe
  ${script}
} catch (error) { answer({ thrown: error.name, message: error.message }) }
</script></body></html>`
}

/** A script that pays with a Payment Element when the page's form is sent. */
export const PAYMENT = (secret: string, redirect: string) => `
  const elements = stripe.elements({ clientSecret: '${secret}', appearance: { theme: 'stripe' } })
  const element = elements.create('payment')
  for (const event of ['ready', 'change', 'focus', 'blur']) element.on(event, (detail) => events.push({ event, ...detail }))
  element.mount('#element')
  document.getElementById('pay').addEventListener('submit', async (event) => {
    event.preventDefault()
    answer(await stripe.confirmPayment({ elements, redirect: '${redirect}', confirmParams: { return_url: location.origin + '/done' } }))
  })`

/** Types a card into the frame. */
export async function enter(page: Page, card: string): Promise<void> {
  const frame = page.frameLocator('#element iframe')
  await frame.getByLabel('Card number').fill(card)
  await frame.getByLabel('Expiration date').fill('12 / 34')
  await frame.getByLabel('Security code').fill('123')
}

/** What the page's script ended with. */
export async function answered(page: Page): Promise<Record<string, never> & { error?: Record<string, unknown> }> {
  await page.locator('#answer:not(:empty)').waitFor()
  return JSON.parse((await page.locator('#answer').textContent()) ?? '')
}

export async function shoot(page: Page, name: string): Promise<void> {
  const folder = process.env.STANDIN_SCREENSHOTS
  if (folder) await page.screenshot({ path: `${folder}/${name}.png` })
}
