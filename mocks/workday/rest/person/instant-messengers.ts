import type { InstantMessenger } from '../../rows/person.js'
import { idIn, textIn } from '../body.js'
import { fixedValues } from '../values.js'
import { type PieceKind, renderUsage, tell } from './piece.js'

const TYPES = fixedValues(
  'Instant_Messenger_Type_ID',
  ['Skype', 'Slack', 'Teams', 'WhatsApp', 'Zoom'].map((name) => [name, name]),
)

/** @source facts A3 (read 2026-11-24): A598, A603 for what is missing, A579, A585, A606, A607, A647 for its usage */
export const INSTANT_MESSENGERS: PieceKind<InstantMessenger> = {
  of: ({ instantMessengers }) => instantMessengers,
  into: (contact, instantMessengers) => ({ ...contact, instantMessengers }),
  render: (_, messenger) => ({
    id: messenger.id,
    userName: messenger.userName,
    type: TYPES.of(messenger.type),
    ...renderUsage(messenger),
  }),
  read: (_, used, body, before) => {
    const type = TYPES.valueOf(idIn(body, 'type')) ?? before?.type
    if (type === undefined) throw tell(['A598', 'You must provide an Instant Messenger Type.'], used.usage, 'type')
    const userName = textIn(body, 'userName') ?? before?.userName
    if (userName === undefined)
      throw tell(['A603', 'You must provide an Instant Messenger Address.'], used.usage, 'userName')
    return { ...used, type, userName }
  },
  words: {
    usageChanged: ['A647', "You can't change the Usage Type of an existing Instant Messenger"],
    primaryChanged: [
      'A585',
      "You can't change a primary instant messenger to an additional instant messenger or an additional instant messenger to a primary instant messenger",
    ],
    onePrimary: ['A607', 'Only one [type] Instant Messenger can be marked as Primary.'],
    needsPrimary: [
      'A606',
      'Subject person must have exactly one primary [type] Instant Messenger in order to have non-primary entries.',
    ],
    primaryKept: [
      'A579',
      "Primary Instant Messenger Account can't be deleted when there are additional Instant Messenger Accounts.",
    ],
  },
}
