import type { Behaviour } from '../../../src/engine/kit.js'
import * as exports_ from './exports/behaviours.js'
import * as inbound from './inbound/behaviours.js'
import * as ips from './ips/behaviours.js'
import * as pools from './ips/pools.js'
import * as mcTemplates from './mctemplates/behaviours.js'
import * as lookUp from './messages/look-up.js'
import { parse } from './messages/parse.js'
import * as search from './messages/search.js'
import { send, sendTemplate } from './messages/send.js'
import { sendRaw } from './messages/send-raw.js'
import * as metadata from './metadata/behaviours.js'
import * as rejects from './rejects/behaviours.js'
import * as senders from './senders/behaviours.js'
import * as domains from './senders/domain-behaviours.js'
import * as smsRejects from './sms/reject-sms.js'
import { sendSms } from './sms/send-sms.js'
import * as subaccounts from './subaccounts/behaviours.js'
import * as tags from './tags/behaviours.js'
import * as templates from './templates/behaviours.js'
import * as track from './track/behaviours.js'
import * as urls from './urls/behaviours.js'
import * as users from './users/behaviours.js'
import * as webhooks from './webhooks/behaviours.js'

/** Modules that export nothing but behaviours. */
const modules: readonly Readonly<Record<string, Behaviour>>[] = [
  exports_,
  inbound,
  ips,
  pools,
  mcTemplates,
  lookUp,
  search,
  metadata,
  rejects,
  senders,
  domains,
  smsRejects,
  subaccounts,
  tags,
  templates,
  track,
  urls,
  users,
  webhooks,
]

/** Every behaviour of Transactional's. */
export const transactionalBehaviours: readonly Behaviour[] = [
  send,
  sendTemplate,
  sendRaw,
  sendSms,
  parse,
  ...modules.flatMap((module) => Object.values(module)),
]
