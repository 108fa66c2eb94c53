import type { Member } from '../members/member.js'
import type { MailchimpWorld } from '../world.js'
import type { Test } from './evaluate.js'

/** What a member was sent: of the campaign named, or of any of the last five. */
const aim: Test = (world, member, { op = '', value }) => {
  const sent = recipientsOf(world, member, String(value ?? 'any'))
  switch (op.replace(/^no/, '')) {
    case 'open':
      return sent.some(({ opens }) => opens > 0) !== op.startsWith('no')
    case 'click':
      return sent.some(({ clicks }) => clicks > 0) !== op.startsWith('no')
    default:
      return sent.length > 0 !== op.startsWith('no')
  }
}

function recipientsOf(world: MailchimpWorld, member: Member, campaign: string) {
  const own = world.recipients.where('hash', member.hash).filter(({ list }) => list === member.parent)
  return /^[0-9a-f]{10}$/.test(campaign) ? own.filter(({ parent }) => parent === campaign) : own.slice(-5)
}

/** What conditions ask of what somebody has been sent and has done with it. */
export const activityConditions: Readonly<Record<string, Test>> = {
  Aim: aim,
  Automation: (world, member, { op = '', value }) => {
    const queued = world.automationQueue
      .all()
      .filter(({ hash, parent }) => hash === member.hash && (value === undefined || parent.startsWith(String(value))))
    const met = op.endsWith('completed') ? queued.some(({ done }) => done) : queued.length > 0
    return op.startsWith('not_') ? !met : met
  },
}
