import type { Email } from '../../rows/person.js'
import { textIn } from '../body.js'
import { type PieceKind, renderUsage, tell } from './piece.js'

/** @source facts A3 (read 2026-11-24): A609, A618 for what is no address, A573, A605, A610, A625, A628 for its usage */
export const EMAILS: PieceKind<Email> = {
  of: ({ emails }) => emails,
  into: (contact, emails) => ({ ...contact, emails }),
  render: (_, email) => ({
    id: email.id,
    emailAddress: email.address,
    ...renderUsage(email),
  }),
  inChange: ({ address }) => ({ descriptor: address }),
  read: (_, used, body, before) => {
    const address = textIn(body, 'emailAddress') ?? before?.address
    if (address === undefined) throw tell(['A618', 'Email Address is required.'], used.usage, 'emailAddress')
    if (!/^[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+$/.test(address)) throw tell(FORMAT, used.usage, 'emailAddress')
    return { ...used, address }
  },
  words: {
    usageChanged: ['A610', "You can't change the Usage Type of an existing email address."],
    primaryChanged: [
      'A628',
      "You can't change a primary email to an additional email or an additional email to a primary email.",
    ],
    onePrimary: ['A573', 'Only one [type] Email Address can be marked as Primary.'],
    needsPrimary: [
      'A625',
      'Subject person must have exactly one primary [type] email address in order to have non-primary entries.',
    ],
    primaryKept: ['A605', "Primary Email Address can't be deleted when there are additional email addresses."],
  },
}

const FORMAT = [
  'A609',
  "Email addresses must be in the format of 'xxx@yy.com'.  Valid examples: john.doe@aol.com, jane@aol.com.",
] as const
