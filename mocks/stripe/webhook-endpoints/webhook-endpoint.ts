import type { Metadata, WebhookEndpoint } from '../api.js'
import { invalidRequest } from '../errors.js'
import { mergeMetadata } from '../metadata.js'
import type { StripeWorld } from '../world.js'

export interface EndpointInput {
  readonly url: string
  readonly enabled_events: readonly string[]
  readonly api_version?: string
  readonly description?: string | '' | null
  readonly metadata?: Metadata | ''
}

export function insertEndpoint(world: StripeWorld, input: EndpointInput): WebhookEndpoint {
  return world.webhookEndpoints.insert({
    id: world.id('we'),
    object: 'webhook_endpoint',
    api_version: input.api_version ?? null,
    application: null,
    created: world.now(),
    description: input.description || null,
    enabled_events: [...input.enabled_events],
    livemode: false,
    metadata: mergeMetadata({}, input.metadata),
    status: 'enabled',
    url: input.url,
  })
}

/** @throws url_invalid (400) @unverified wording */
export function checkUrl(url: string): void {
  if (/^https?:\/\/[^\s/]+/i.test(url) && URL.canParse(url)) return
  throw invalidRequest(`Invalid URL: ${url}`, { code: 'url_invalid', param: 'url' })
}
