import type { PathItem } from '../document.js'

const OF_A_PAGE = ['payment_intents', 'setup_intents'].flatMap((intents) =>
  ['confirm', 'verify_microdeposits'].map((action) => `/v1/${intents}/{intent}/${action}`),
)

/** A page confirms, and says what small deposits were, with its publishable key and `client_secret`; SDKs for servers leave that out. @source https://docs.stripe.com/js (read 2026-11) */
export function acceptClientSecret(paths: Record<string, PathItem>): void {
  for (const path of OF_A_PAGE) {
    const { content = {} } = paths[path]?.post?.requestBody ?? {}
    const schema = Object.values(content)[0]?.schema
    if (!schema?.properties) throw new Error(`POST ${path} is not described any more`)
    schema.properties.client_secret ??= { type: 'string', maxLength: 5000 }
  }
}
