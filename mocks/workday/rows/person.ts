import type { Row } from '../../../src/engine/kit.js'
import type { Day } from '../history/dates.js'
import type { Fact } from '../history/fact.js'

export interface PersonName {
  /** ISO 3166-1 alpha-2. */
  readonly country: string
  readonly first: string
  readonly middle?: string
  readonly last: string
  /** As written in the person's own script. */
  readonly firstLocal?: string
  readonly lastLocal?: string
}

export interface Personal {
  readonly birthDate?: Day
  readonly gender?: string
  readonly maritalStatus?: string
  readonly citizenship?: string
  /** ISO 3166-1 alpha-2. */
  readonly nationality?: string
}

export interface NationalId {
  /** National_ID_Type_Code: `USA-SSN`. */
  readonly type: string
  readonly nationalId: string
  readonly country: string
}

/** Where a contact is for. */
export type Usage = 'WORK' | 'HOME'

interface Used {
  /** WID of this piece of contact information. */
  readonly id: string
  readonly usage: Usage
  readonly primary: boolean
  readonly public: boolean
}

export interface Address extends Used {
  readonly country: string
  readonly addressLine1: string
  readonly addressLine2?: string
  readonly city: string
  /** Of the country: `US-CA`. */
  readonly region?: string
  readonly postalCode?: string
}

export interface Email extends Used {
  readonly address: string
}

export interface Phone extends Used {
  /** `1`, `44`. */
  readonly countryCode: string
  readonly number: string
  readonly device: 'Landline' | 'Mobile'
  readonly extension?: string
}

export interface InstantMessenger extends Used {
  readonly type: string
  readonly userName: string
}

export interface WebAddress extends Used {
  readonly url: string
}

export interface Contact {
  readonly addresses: readonly Address[]
  readonly emails: readonly Email[]
  readonly phones: readonly Phone[]
  readonly instantMessengers: readonly InstantMessenger[]
  readonly webAddresses: readonly WebAddress[]
}

export interface PersonRow extends Row {
  readonly legalName: readonly Fact<PersonName>[]
  readonly preferredName: readonly Fact<PersonName>[]
  readonly personal: readonly Fact<Personal>[]
  readonly nationalIds: readonly NationalId[]
  /** Work and home apart: each is changed by its own process. */
  readonly work: readonly Fact<Contact>[]
  readonly home: readonly Fact<Contact>[]
  readonly photo?: { readonly fileName: string; readonly base64: string }
}
