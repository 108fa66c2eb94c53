/** An address as a merge value. */
export interface Address {
  readonly addr1: string
  readonly addr2: string
  readonly city: string
  readonly state: string
  readonly zip: string
  readonly country: string
}

const PARTS = ['addr1', 'addr2', 'city', 'state', 'zip', 'country'] as const
/** Without one of these an address is not complete. */
const NEEDED = ['addr1', 'city', 'state', 'zip'] as const

/** An object of texts, whatever parts it has. */
export function isAddress(value: unknown): value is Partial<Address> {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.values(value).every((part) => typeof part === 'string')
  )
}

export function emptyAddress(address: Partial<Address>): boolean {
  return PARTS.every((part) => part === 'country' || !address[part])
}

/** All its parts; undefined where one that is needed lacks. */
export function checkAddress(address: Partial<Address>): Address | undefined {
  if (NEEDED.some((part) => !address[part]?.trim())) return undefined
  const [addr1 = '', addr2 = '', city = '', state = '', zip = '', country] = PARTS.map((part) => address[part])
  return { addr1, addr2, city, state, zip, country: country || 'US' }
}

/** An address as text: its parts with two spaces between them. @source https://mailchimp.com/developer/marketing/docs/merge-fields/ (read 2026-11) */
export function parseAddress(text: string): Partial<Address> {
  const parts = text.split('  ').map((part) => part.trim())
  const [addr1 = '', city = '', state = '', zip = '', country = ''] = parts
  if (parts.length === 6) {
    const [first = '', addr2 = '', town = '', region = '', code = '', land = ''] = parts
    return { addr1: first, addr2, city: town, state: region, zip: code, country: land }
  }
  return { addr1, city, state, zip, country }
}
