import type { Address } from '../../rows/person.js'
import { idIn, textIn } from '../body.js'
import { COUNTRIES, REGION_VALUES } from '../countries.js'
import { given } from '../given.js'
import { type PieceKind, renderUsage, tell } from './piece.js'

/**
 * Lines 1 and 2, city, region and postal code; the other lines and those in local script are not kept.
 * @source facts A3 (read 2026-11-24): A597, A616, A637, A662 for what it says, A584, A599, A613 for its usage, A1075 for a work one
 */
export const ADDRESSES: PieceKind<Address> = {
  of: ({ addresses }) => addresses,
  into: (contact, addresses) => ({ ...contact, addresses }),
  render: (_, address) => ({
    id: address.id,
    addressLine1: address.addressLine1,
    ...given('addressLine2', address.addressLine2),
    city: address.city,
    country: COUNTRIES.of(address.country),
    ...(address.region !== undefined && { countryRegion: REGION_VALUES.of(address.region) }),
    ...given('postalCode', address.postalCode),
    ...renderUsage(address),
  }),
  inChange: (address) => renderUsage(address),
  read: (_, used, body, before) => {
    if (used.usage === 'HOME' && used.public) throw tell(HOME_PUBLIC, used.usage, 'usage.public')
    if (used.usage === 'WORK' && used.primary && !before?.primary) throw tell(WORK_PRIMARY, used.usage, 'usage.primary')
    const country = COUNTRIES.valueOf(idIn(body, 'country')) ?? before?.country
    if (country === undefined) throw tell(['A616', 'You must enter a country.'], used.usage, 'country')
    const region = REGION_VALUES.valueOf(idIn(body, 'countryRegion')) ?? before?.region
    if (region !== undefined && !region.startsWith(`${country}-`)) throw tell(REGION, used.usage, 'countryRegion')
    const addressLine1 = textIn(body, 'addressLine1') ?? before?.addressLine1
    const city = textIn(body, 'city') ?? before?.city
    if (addressLine1 === undefined || city === undefined) {
      const missing = [addressLine1 === undefined && 'Address Line 1', city === undefined && 'City'].filter(Boolean)
      const text = `Missing fields are required for ${COUNTRIES.of(country).descriptor}: ${missing.join(', ')}.`
      throw tell(['A662', text], used.usage, addressLine1 === undefined ? 'addressLine1' : 'city')
    }
    const [addressLine2, postalCode] = [
      textIn(body, 'addressLine2') ?? before?.addressLine2,
      textIn(body, 'postalCode') ?? before?.postalCode,
    ]
    return {
      ...used,
      country,
      addressLine1,
      city,
      ...(addressLine2 !== undefined && { addressLine2 }),
      ...(region !== undefined && { region }),
      ...(postalCode !== undefined && { postalCode }),
    }
  },
  words: {
    usageChanged: ['A599', "You can't change the Usage Type of an existing address."],
    primaryChanged: [
      'A613',
      "You can't change a primary address to an additional address or an additional address to a primary address.",
    ],
    onePrimary: ['A584', 'Only one [type] Address can be marked as Primary.'],
  },
}

const HOME_PUBLIC = ['A637', 'Home addresses cannot be made public.'] as const
const WORK_PRIMARY = [
  'A1075',
  "You can't create a Primary Work Address.  To specify a Primary Work Address, please select an existing address as an Alternate Work Location.",
] as const
const REGION = ['A597', 'Enter a region that is part of the country you entered.'] as const
