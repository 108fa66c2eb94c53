import type { OperationKey, paths } from '../../contracts/generated/mailchimp.js'
import { behavioursOf } from '../../src/engine/kit.js'
import type { MailchimpWorld } from './world.js'

export const { behaviour, behaviourWithBefore, page } = behavioursOf<paths, OperationKey, MailchimpWorld>()
