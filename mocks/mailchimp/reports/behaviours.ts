import type { Behaviour } from '../../../src/engine/kit.js'
import { abuseReport, abuseReports } from './abuse-reports.js'
import { clickDetails, clickDetailsOfLink, clickMember, clickMembers } from './click-details.js'
import { domainPerformance } from './domain-performance.js'
import { emailActivity, emailActivityOfOne } from './email-activity.js'
import { listAll } from './list-all.js'
import { openDetails, openDetailsOfOne } from './open-details.js'
import { retrieve } from './retrieve.js'
import { sentTo, sentToOne } from './sent-to.js'
import { unsubscribed, unsubscribedOne } from './unsubscribed.js'

export const reportBehaviours: readonly Behaviour[] = [
  listAll,
  retrieve,
  sentTo,
  sentToOne,
  openDetails,
  openDetailsOfOne,
  clickDetails,
  clickDetailsOfLink,
  clickMembers,
  clickMember,
  emailActivity,
  emailActivityOfOne,
  unsubscribed,
  unsubscribedOne,
  abuseReports,
  abuseReport,
  domainPerformance,
]
