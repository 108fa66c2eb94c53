import type { OwnGeneric } from '../../../src/engine/kit.js'
import type { MailchimpWorld } from '../world.js'

/** Operations without a behaviour. */
export const generic: OwnGeneric<MailchimpWorld> = {
  refuses: () => 'it has no behaviour yet',
  answer: () => undefined,
}
