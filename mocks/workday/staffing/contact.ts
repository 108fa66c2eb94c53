import type { Contact } from '../rows/person.js'

export const EMPTY_CONTACT: Contact = {
  addresses: [],
  emails: [],
  phones: [],
  instantMessengers: [],
  webAddresses: [],
}
