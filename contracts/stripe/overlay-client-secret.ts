import type { PathItem } from '../document.js'

const CONFIRMATIONS = ['/v1/payment_intents/{intent}/confirm', '/v1/setup_intents/{intent}/confirm']

/** A page confirms with its publishable key and `client_secret`; SDKs for servers leave that out. @source https://docs.stripe.com/js (read 2026-11) */
export function acceptClientSecret(paths: Record<string, PathItem>): void {
  for (const path of CONFIRMATIONS) {
    const { content = {} } = paths[path]?.post?.requestBody ?? {}
    const schema = Object.values(content)[0]?.schema
    if (!schema?.properties) throw new Error(`POST ${path} is not described any more`)
    schema.properties.client_secret ??= { type: 'string', maxLength: 5000 }
  }
}
