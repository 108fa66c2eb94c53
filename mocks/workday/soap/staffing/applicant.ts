import type { NewPerson } from '../../business-process/change.js'
import type { Contact, Personal, PersonName, Usage } from '../../rows/person.js'
import { complain } from '../../staffing/complaint.js'
import type { WorkdayWorld } from '../../world.js'
import { elementsOf, listOf, referenceOf, textOf } from '../elements.js'
import type { Read, ReadElements } from '../read.js'

/** The person of an Applicant_Data. @throws StaffingError without a name or any contact */
export function readApplicant(world: WorkdayWorld, applicant: ReadElements): NewPerson {
  const data = elementsOf(applicant.Personal_Data)
  const names = elementsOf(data.Name_Data)
  const legalName = readName(elementsOf(elementsOf(names.Legal_Name_Data).Name_Detail_Data))
  if (!legalName) throw complain('nameRequired')
  const preferredName = readName(elementsOf(elementsOf(names.Preferred_Name_Data).Name_Detail_Data))
  const contact = elementsOf(data.Contact_Data)
  const work = readContact(world, contact, 'WORK')
  const home = readContact(world, contact, 'HOME')
  if (!work && !home) throw complain('contactRequired')
  const personal = readPersonal(data)
  return {
    legalName,
    ...(preferredName && { preferredName }),
    ...(Object.keys(personal).length > 0 && { personal }),
    ...(work && { work }),
    ...(home && { home }),
  }
}

function readName(detail: ReadElements): PersonName | undefined {
  const first = textOf(detail.First_Name)
  const last = textOf(detail.Last_Name)
  if (first === undefined || last === undefined) return undefined
  const middle = textOf(detail.Middle_Name)
  const country = referenceOf(detail.Country_Reference)?.ids.find(
    ({ type }) => type === 'ISO_3166-1_Alpha-2_Code',
  )?.value
  return { country: country ?? 'US', first, last, ...(middle !== undefined && { middle }) }
}

function readPersonal(data: ReadElements): Personal {
  const birthDate = textOf(data.Birth_Date)
  const gender = referenceOf(data.Gender_Reference)?.ids.find(({ type }) => type === 'Gender_Code')?.value
  return { ...(birthDate !== undefined && { birthDate }), ...(gender !== undefined && { gender }) }
}

/** What every piece has, with a WID of its own. */
export function usedBy(world: WorkdayWorld, each: ReadElements, usage: Usage) {
  return {
    id: world.newWid(),
    usage,
    primary: isOn(elementsOf(listOf(firstUsage(each).Type_Data)[0])['@Primary']),
    public: isOn(firstUsage(each)['@Public']),
  }
}

/** The contacts for one use; undefined where there are none. */
export function readContact(world: WorkdayWorld, data: ReadElements, usage: Usage): Contact | undefined {
  const of = (read: Read | undefined) =>
    listOf(read)
      .map(elementsOf)
      .filter((each) => usageOf(each) === usage)
  const used = (each: ReadElements) => usedBy(world, each, usage)
  const emails = of(data.Email_Address_Data).map((each) => ({
    ...used(each),
    address: textOf(each.Email_Address) ?? '',
  }))
  const phones = of(data.Phone_Data).map((each) => ({
    ...used(each),
    countryCode: textOf(each.International_Phone_Code) ?? '1',
    number: [textOf(each.Area_Code), textOf(each.Phone_Number)].filter(Boolean).join(' '),
    device: referenceOf(each.Phone_Device_Type_Reference)?.ids.some(({ value }) => value === 'Mobile')
      ? ('Mobile' as const)
      : ('Landline' as const),
  }))
  const addresses = of(data.Address_Data).map((each) => readAddress(each, used(each)))
  if (emails.length + phones.length + addresses.length === 0) return undefined
  return { emails, phones, addresses, instantMessengers: [], webAddresses: [] }
}

export function readAddress(
  each: ReadElements,
  used: Omit<Contact['addresses'][number], 'country' | 'addressLine1' | 'city'>,
) {
  const lines = listOf(each.Address_Line_Data).map((line) => textOf(elementsOf(line)['#text']) ?? '')
  const region = referenceOf(each.Country_Region_Reference)?.ids.find(({ type }) => type === 'Country_Region_ID')?.value
  const postalCode = textOf(each.Postal_Code)
  return {
    ...used,
    country:
      referenceOf(each.Country_Reference)?.ids.find(({ type }) => type === 'ISO_3166-1_Alpha-2_Code')?.value ?? 'US',
    addressLine1: lines[0] ?? '',
    ...(lines[1] !== undefined && { addressLine2: lines[1] }),
    city: textOf(each.Municipality) ?? '',
    ...(region !== undefined && { region }),
    ...(postalCode !== undefined && { postalCode }),
  }
}

function firstUsage(each: ReadElements): ReadElements {
  return elementsOf(listOf(each.Usage_Data)[0])
}

export function usageOf(each: ReadElements): string | undefined {
  const type = elementsOf(listOf(firstUsage(each).Type_Data)[0])
  return referenceOf(type.Type_Reference)?.ids.find((id) => id.type === 'Communication_Usage_Type_ID')?.value
}

export function isOn(attribute: Read | undefined): boolean {
  return attribute === '1' || attribute === 'true'
}
