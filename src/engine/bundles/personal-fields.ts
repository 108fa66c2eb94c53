import type { Kind } from './pseudonym.js'

const SECRETS = [
  'password',
  'clientsecret',
  'secret',
  'accesstoken',
  'refreshtoken',
  'token',
  'sessionid',
  'apikey',
  'codeverifier',
  'securitytoken',
  'cvc',
  'cvv',
  'pin',
]
const NAMES = [
  'firstname',
  'lastname',
  'middlename',
  'givenname',
  'familyname',
  'fullname',
  'surname',
  'fname',
  'lname',
  'cardholdername',
  'legalname',
  'nickname',
]
const NUMBERS = [
  'ssn',
  'ssnlast4',
  'nationalid',
  'taxid',
  'idnumber',
  'passportnumber',
  'socialsecuritynumber',
  'iban',
  'accountnumber',
]
const DATES = ['dob', 'birthdate', 'dateofbirth', 'birthday']
const ADDRESSES = ['line1', 'line2', 'address1', 'address2', 'addr1', 'addr2', 'addressline1', 'addressline2']
/** A field called name may be a product's: two to four words that begin with capitals are taken for a person's. */
const PERSON = /^\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}.'’-]*){1,3}$/u

/** What a field of this name holds, whatever a vendor writes between its words: `first_name`, `FirstName`, `wd:First_Name`. */
export function kindOfField(name: string, value: string, secrets: ReadonlySet<string>): Kind | undefined {
  const plain = plainName(name)
  // An assertion is signed by who sends it: nobody else could sign another one.
  if (plain === 'assertion' || plain === 'idtoken') return undefined
  if (SECRETS.includes(plain) || secrets.has(plain)) return 'secret'
  if (NAMES.includes(plain) || (plain === 'name' && PERSON.test(value))) return 'name'
  if (/phone|mobile|fax$/.test(plain)) return 'phone'
  if (NUMBERS.includes(plain)) return 'number'
  if (DATES.includes(plain)) return 'date'
  if (ADDRESSES.includes(plain) || /(?:street|postalcode|zip|zipcode)$/.test(plain)) return 'address'
  return undefined
}

/** Texts in which people write as they like. */
export function isFreeText(name: string): boolean {
  return /metadata|description|comment|note|subject|message/i.test(name)
}

/** The last word of `payment_method_data[card][number]` or `wd:First_Name`, without what stands between its parts. */
export function plainName(name: string): string {
  const last = /([^[\]]+)\]*$/.exec(name)?.[1] ?? name
  return last
    .replace(/^.*[.:]/, '')
    .replace(/[^a-zA-Z0-9]/g, '')
    .toLowerCase()
}
