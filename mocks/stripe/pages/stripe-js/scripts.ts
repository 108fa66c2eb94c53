import { browserScript, reply } from '../../../../src/engine/kit.js'
import { sharedPage } from '../../api.js'
import { invalidRequest } from '../../errors.js'

/** Parts of the stand-in that pages load beside Stripe.js itself. */
const FILES = new Set(['checkout', 'frame', 'stripe'])

/** Stripe.js, for `<script src=".../v3/">`. @source https://docs.stripe.com/js/including (read 2026-11) */
export const stripeJs = sharedPage('GET /v3/', () => script('stripe'))

/** The same under the name of a release, as `loadStripe` asks for it. @source npm @stripe/stripe-js 10.2.1, dist/index.mjs (read 2026-11-24) */
export const stripeJsOfRelease = sharedPage('GET /{release}/stripe.js', () => script('stripe'))

/** @throws a file that there is not (404) @source none: the files are our own */
export const stripeJsFiles = sharedPage('GET /v3/{file}.js', ({ params }) => {
  const { file = '' } = params
  if (!FILES.has(file)) throw invalidRequest(`There is no such script: /v3/${file}.js.`, { status: 404 })
  return script(file)
})

function script(name: string) {
  return reply({
    body: browserScript(`mocks/stripe/browser/${name}`),
    contentType: 'text/javascript; charset=utf-8',
    headers: { 'Access-Control-Allow-Origin': '*', 'Cache-Control': 'no-cache', 'X-Content-Type-Options': 'nosniff' },
  })
}
