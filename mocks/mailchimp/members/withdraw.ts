import type { MailchimpWorld } from '../world.js'
import { note } from './tell.js'

interface Sent {
  readonly parent: string
  readonly list: string
  readonly hash: string
}

/** A mail came back for good, or somebody called it spam: they are not written to again, and only they can change that. */
export function withdraw(world: MailchimpWorld, { parent: campaign, list, hash }: Sent, why: 'hard' | 'abuse'): void {
  const member = world.members.find(`${list}/${hash}`)
  if (!member) return
  const status = why === 'hard' ? 'cleaned' : 'unsubscribed'
  const changed = world.members.put({
    ...member,
    status,
    standing: `${list}/${status}`,
    compliance: why === 'hard' ? 'bounced' : 'unsubscribed',
    unsubscribeReason: why === 'hard' ? member.unsubscribeReason : 'Reported as spam',
    unsubscribed: why === 'hard' ? member.unsubscribed : world.now(),
    changed: world.now(),
  })
  note(world, changed, why === 'hard' ? 'bounce' : 'abuse', campaign, why === 'hard' ? { type: 'hard' } : {})
  if (why === 'hard') world.port.emit('cleaned', changed, { by: 'admin', reason: 'hard', campaign })
  else world.port.emit('unsubscribe', changed, { by: 'user', action: 'unsub', reason: 'abuse', campaign })
}
