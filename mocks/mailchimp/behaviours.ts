import type { Behaviour } from '../../src/engine/kit.js'
import { accountBehaviours } from './accounts/behaviours.js'
import { audienceBehaviours } from './audiences/behaviours.js'
import { automationBehaviours } from './automations/behaviours.js'
import { batchWebhookBehaviours } from './batch-webhooks/behaviours.js'
import { batchBehaviours } from './batches/behaviours.js'
import { campaignBehaviours } from './campaigns/behaviours.js'
import { interestBehaviours } from './interests/behaviours.js'
import { listBehaviours } from './lists/behaviours.js'
import { memberBehaviours } from './members/behaviours.js'
import { mergeFieldBehaviours } from './merge-fields/behaviours.js'
import { oauthBehaviours } from './oauth/behaviours.js'
import { otherBehaviours } from './other-behaviours.js'
import { pageBehaviours } from './pages/behaviours.js'
import { reportBehaviours } from './reports/behaviours.js'
import { segmentBehaviours } from './segments/behaviours.js'
import { templateBehaviours } from './templates/behaviours.js'
import { transactionalBehaviours } from './transactional/behaviours.js'
import { webhookBehaviours } from './webhooks/behaviours.js'

/** Every behaviour, from the list of each part. */
export const behaviours: readonly Behaviour[] = [
  ...accountBehaviours,
  ...oauthBehaviours,
  ...listBehaviours,
  ...audienceBehaviours,
  ...mergeFieldBehaviours,
  ...interestBehaviours,
  ...memberBehaviours,
  ...segmentBehaviours,
  ...webhookBehaviours,
  ...batchBehaviours,
  ...batchWebhookBehaviours,
  ...campaignBehaviours,
  ...reportBehaviours,
  ...templateBehaviours,
  ...automationBehaviours,
  ...otherBehaviours,
  ...pageBehaviours,
  ...transactionalBehaviours,
]
