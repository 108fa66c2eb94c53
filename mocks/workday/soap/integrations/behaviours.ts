import type { Behaviour } from '../../../../src/engine/kit.js'
import { getIntegrationEvents, launchIntegrationEvent } from './integration-events.js'
import { getSubscriptions, putSubscription } from './subscriptions.js'

export const integrationsBehaviours: readonly Behaviour[] = [
  putSubscription,
  getSubscriptions,
  launchIntegrationEvent,
  getIntegrationEvents,
]
