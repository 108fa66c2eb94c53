import { shortHash } from './draw.js'

/** Fields that hold what belongs to a person, in lower case without separators, and what examples have in their place. */
const FIELDS: Readonly<Record<string, string>> = {
  phone: '+12025550100',
  mobilephone: '+12025550101',
  homephone: '+12025550102',
  fax: '+12025550103',
  firstname: 'Alex',
  lastname: 'Example',
  fullname: 'Alex Example',
  individualname: 'Alex Example',
  username: 'alex@standin.test',
  street: '1 Example Street',
  line1: '1 Example Street',
  line2: 'Flat 1',
  billingstreet: '1 Example Street',
  mailingstreet: '1 Example Street',
  shippingstreet: '1 Example Street',
  ssn: '123-45-6789',
  socialsecuritynumber: '123-45-6789',
  nationalid: '123-45-6789',
  idnumber: '123456789',
  taxid: '123456789',
  passport: 'X1234567',
}
/** `name` belongs to a person where one of these stands beside it. */
const BESIDE = ['email', 'phone', 'address', 'first_name', 'FirstName', 'LastName']

/** Addresses of examples are under a name that can never be anybody's, and that vendors take, unlike those of example.com. */
const EMAIL = /[\w.!#$%&*+^{|}~-]+@(?:[a-z0-9-]+\.)+[a-z]{2,}/gi
/** A social security number as it is written in the United States. */
const NATIONAL_ID = /\b(?!000|666|9\d\d)\d{3}-(?!00)\d\d-(?!0000)\d{4}\b/g
const CARD = /\b[2-6](?:[ -]?\d){12,18}\b/g
/** A number that card networks set aside for examples. */
const EXAMPLE_CARD = '4242424242424242'

/** What a field of this name and these neighbours holds in examples, or undefined where it is nobody's. */
export function personalField(name: string, beside: Readonly<Record<string, unknown>>): string | undefined {
  const plain = name.toLowerCase().replace(/[^a-z0-9]/g, '')
  if (Object.hasOwn(FIELDS, plain)) return FIELDS[plain]
  if (/^name$/i.test(name) && BESIDE.some((each) => Object.hasOwn(beside, each))) return 'Alex Example'
  return undefined
}

/** Addresses of e-mail, card numbers and national ids, wherever they stand, but for those that may stay. */
export function withoutPersonal(text: string, allowed: ReadonlySet<string>): string {
  if (!/[@\d]/.test(text)) return text
  const unless = (found: string, example: string) => (allowed.has(found) || isExampleAddress(found) ? found : example)
  return text
    .replace(EMAIL, (found) => unless(found, `person-${shortHash(found.toLowerCase(), 4)}@standin.test`))
    .replace(NATIONAL_ID, (found) => unless(found, '123-45-6789'))
    .replace(CARD, (found) => (isCardNumber(found) ? unless(found, EXAMPLE_CARD) : found))
}

export function isExampleAddress(text: string): boolean {
  return /@(?:standin\.test|example\.com)$/.test(text)
}

/** The check digit that card numbers carry (ISO/IEC 7812-1 annex B). */
function isCardNumber(text: string): boolean {
  const digits = text.replace(/\D/g, '')
  let sum = 0
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits[digits.length - 1 - i])
    sum += i % 2 === 1 ? (digit > 4 ? digit * 2 - 9 : digit * 2) : digit
  }
  return sum % 10 === 0
}
