import type { RawField } from './model.js'
import type { OpenApiField } from './read-openapi.js'

const SYSTEM =
  /^(?:Id|IsDeleted|CreatedDate|CreatedById|LastModifiedDate|LastModifiedById|SystemModstamp|LastViewedDate|LastReferencedDate|LastActivityDate|MasterRecordId|LastCURequestDate|LastCUUpdateDate|PhotoUrl|IsClosed|IsWon|IsConverted|Converted\w+|CaseNumber|ContractNumber|OrderNumber|IsArchived)$/
/** Set by the platform where a client says nothing. */
const DEFAULTED =
  /^(?:Id|IsDeleted|CreatedDate|CreatedById|LastModifiedDate|LastModifiedById|SystemModstamp|OwnerId|CurrencyIsoCode)$/
const ACCURACY = 'Address NearAddress Block Street ExtendedZip Zip Neighborhood City County State Unknown'.split(' ')
const NUMBERS = new Set(['int', 'double', 'currency', 'percent'])
const PERSON = new Set(['Contact', 'Lead', 'User'])

/** Whether a client may set it, whether it can be null, whether the platform fills it in. */
export function flagsOf(
  object: string,
  field: Pick<RawField, 'name' | 'type'>,
  openApi: OpenApiField | undefined,
  typed: { nillable: boolean } | undefined,
): Partial<RawField> {
  const { name, type } = field
  const fixed =
    SYSTEM.test(name) ||
    type === 'address' ||
    type === 'location' ||
    type === 'complexvalue' ||
    (openApi?.readOnly === true && !openApi.required && name !== 'Name') ||
    (name === 'Name' && PERSON.has(object))
  const nillable = typed ? typed.nillable : !(openApi?.required || type === 'boolean' || DEFAULTED.test(name))
  const defaulted = !nillable && isDefaulted(object, field, openApi)
  return {
    ...(!nillable && { required: true as const }),
    ...(defaulted && { defaulted: true as const }),
    ...(fixed && { createable: false as const, updateable: false as const }),
    ...(type === 'boolean' && !nillable && { default: false }),
    ...(NUMBERS.has(type) && defaulted && { default: 0 }),
    ...(type === 'email' &&
      (object === 'Contact' || object === 'Lead') &&
      name === 'Email' && { idLookup: true as const }),
    ...(/GeocodeAccuracy$/.test(name) && { restricted: true as const, values: ACCURACY }),
    ...(name === 'Name' && { nameField: true, idLookup: true as const }),
  }
}

/** What is never null is required where Salesforce's own prose says so, or where it names the row; the rest is filled in. */
function isDefaulted(
  object: string,
  { name, type }: Pick<RawField, 'name' | 'type'>,
  openApi: OpenApiField | undefined,
) {
  if (DEFAULTED.test(name) || type === 'boolean' || NUMBERS.has(type)) return true
  if (name === 'Name' && PERSON.has(object)) return true
  if (type === 'reference' && !openApi) return true
  return openApi !== undefined && !openApi.required && !/^(?:Name|LastName|Label|MasterLabel|DeveloperName)$/.test(name)
}

/** The compound field that a part of an address or of a person's name belongs to. */
export function compoundOf(object: string, name: string, names: ReadonlySet<string>): string | undefined {
  const part =
    /^(.*)(?:Street|City|State|PostalCode|Country|Latitude|Longitude|GeocodeAccuracy|StateCode|CountryCode)$/.exec(name)
  const address = part && `${part[1]}Address`
  if (address && names.has(address)) return address
  if (PERSON.has(object) && /^(?:LastName|FirstName|Salutation|MiddleName|Suffix)$/.test(name)) return 'Name'
  return undefined
}
