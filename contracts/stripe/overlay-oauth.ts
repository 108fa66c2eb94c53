import type { PathItem } from '../document.js'

/** What libraries for OAuth send beside the parameters that Stripe's own SDK has. */
const ALSO = ['client_id', 'client_secret', 'redirect_uri']

/**
 * The key may come as `client_secret`, as OAuth has it; Stripe's SDK sends it in a header.
 * @source https://docs.stripe.com/connect/oauth-reference (read 2026-11): client_secret; @unverified that the others are let be
 */
export function acceptOAuthParameters(paths: Record<string, PathItem>): void {
  for (const path of ['/oauth/token', '/oauth/deauthorize']) {
    const { content = {} } = paths[path]?.post?.requestBody ?? {}
    const schema = Object.values(content)[0]?.schema
    if (!schema?.properties) continue
    for (const name of ALSO) schema.properties[name] ??= { type: 'string', maxLength: 5000 }
  }
}
