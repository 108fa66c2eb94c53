import type { WebAddress } from '../../rows/person.js'
import { textIn } from '../body.js'
import { type PieceKind, renderUsage, tell } from './piece.js'

/** @source facts A3 (read 2026-11-24): A595, A596 for what is no URL, A600, A612, A648, A655, A667 for its usage */
export const WEB_ADDRESSES: PieceKind<WebAddress> = {
  of: ({ webAddresses }) => webAddresses,
  into: (contact, webAddresses) => ({ ...contact, webAddresses }),
  render: (_, address) => ({ id: address.id, url: address.url, ...renderUsage(address) }),
  read: (_, used, body, before) => {
    const url = textIn(body, 'url') ?? before?.url
    if (url === undefined) throw tell(['A596', 'Web Address is required.'], used.usage, 'url')
    if (!/^https?:\/\/[^\s/]+\.[^\s/]+/i.test(url)) throw tell(FORMAT, used.usage, 'url')
    return { ...used, url }
  },
  words: {
    usageChanged: ['A655', "You can't change the Usage Type of an existing Web Address"],
    primaryChanged: [
      'A612',
      "You can't change a primary web address to an additional web address or an additional web address to a primary web address.",
    ],
    onePrimary: ['A648', 'Only one [type] Web Address can be marked as Primary.'],
    needsPrimary: [
      'A667',
      'Subject person must have exactly one primary [type] web address in order to have non-primary entries.',
    ],
    primaryKept: [
      'A600',
      "Primary Web Address can't be deleted when there are additional web addresses with the same Usage Type.",
    ],
  },
}

const FORMAT = [
  'A595',
  'Invalid HTTP address entered.  HTTP addresses must be in one of the following formats: http://www.example.com, https://www.example.com',
] as const
