import { type Behaviour, reply } from '../../../../src/engine/kit.js'
import { sharedPage } from '../../api.js'
import { PUBLISHABLE } from '../../keys/holders.js'

const paths = [...new Set([...PUBLISHABLE].map((key) => key.split(' ')[1] ?? ''))]

/** What browsers ask before a page's script calls an operation that a publishable key may. @source https://fetch.spec.whatwg.org/#cors-preflight-fetch (read 2026-11) */
export const preflights: readonly Behaviour[] = paths.map((path) =>
  sharedPage(`OPTIONS ${path}`, () =>
    reply({
      status: 204,
      body: '',
      contentType: 'text/plain',
      headers: {
        'Access-Control-Allow-Origin': '*',
        'Access-Control-Allow-Methods': 'GET, POST',
        'Access-Control-Allow-Headers': 'Authorization, Content-Type, Idempotency-Key, Stripe-Account, Stripe-Version',
        'Access-Control-Max-Age': '300',
      },
    }),
  ),
)
