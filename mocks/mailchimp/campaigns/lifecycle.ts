import { lifecycle } from '../../../src/engine/kit.js'

export type CampaignStatus = 'save' | 'paused' | 'schedule' | 'sending' | 'sent' | 'canceled' | 'canceling' | 'archived'
export type CampaignAction =
  | 'edit'
  | 'send'
  | 'schedule'
  | 'unschedule'
  | 'cancel-send'
  | 'pause'
  | 'resume'
  | 'delete'
  | 'create-resend'

const STATES: readonly CampaignStatus[] = [
  'save',
  'paused',
  'schedule',
  'sending',
  'sent',
  'canceled',
  'canceling',
  'archived',
]
const AT_REST: readonly CampaignStatus[] = ['save', 'paused', 'schedule', 'sent', 'canceled', 'archived']

/** What may be done with a campaign in each status. @source facts A1, campaigns (read 2026-11-23); @unverified pause and resume beyond RSS campaigns */
export const campaignLifecycle = lifecycle<CampaignStatus, CampaignAction>(STATES, {
  edit: { from: ['save', 'paused'], to: ['save', 'paused'] },
  send: { from: ['save', 'paused'], to: ['sending'] },
  schedule: { from: ['save', 'paused'], to: ['schedule'] },
  unschedule: { from: ['schedule'], to: ['save'] },
  'cancel-send': { from: ['sending'], to: ['canceled'] },
  pause: { from: ['sending', 'schedule'], to: ['paused'] },
  resume: { from: ['paused'], to: ['sending'] },
  delete: { from: AT_REST, to: [] },
  'create-resend': { from: ['sent'], to: ['sent'] },
})
