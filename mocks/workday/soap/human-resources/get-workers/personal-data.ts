import { type AsOf, valueAt } from '../../../history/fact.js'
import type { Contact, PersonName, PersonRow } from '../../../rows/person.js'
import { fullName, type WorkdayWorld } from '../../../world.js'
import { refer, referCountry } from '../../refer.js'
import type { Elements } from '../../write.js'

/** Who may see which part. An element whose domain is not granted is left out, and nothing says so. */
export type MaySee = (part: 'contact' | 'identification' | 'gender-and-age' | 'citizenship') => boolean

/** Personal_Data. */
export function personalData(world: WorkdayWorld, person: PersonRow, asOf: AsOf, maySee: MaySee): Elements {
  const legal = valueAt(person.legalName, asOf) ?? person.legalName[0]?.value
  const preferred = world.nameOf(person, asOf)
  const personal = valueAt(person.personal, asOf) ?? person.personal[0]?.value
  return {
    Name_Data: {
      ...(legal && { Legal_Name_Data: { Name_Detail_Data: nameDetail(legal) } }),
      ...(preferred && { Preferred_Name_Data: { Name_Detail_Data: nameDetail(preferred) } }),
    },
    ...(maySee('gender-and-age') && {
      Gender_Reference: refer('Gender_Code', personal?.gender),
      Birth_Date: personal?.birthDate,
      Marital_Status_Reference: refer('Marital_Status_ID', personal?.maritalStatus),
    }),
    ...(maySee('citizenship') &&
      personal?.nationality !== undefined && { Primary_Nationality_Reference: referCountry(personal.nationality) }),
    ...(maySee('identification') && { Identification_Data: { National_ID: person.nationalIds.map(nationalIdData) } }),
    ...(maySee('contact') && { Contact_Data: contactData(person, asOf) }),
  }
}

function nameDetail(name: PersonName): Elements {
  const full = fullName(name)
  const local = name.firstLocal !== undefined || name.lastLocal !== undefined
  return {
    '@Formatted_Name': full,
    '@Reporting_Name': `${name.last}, ${name.first}`,
    Country_Reference: referCountry(name.country),
    First_Name: name.first,
    Middle_Name: name.middle,
    Last_Name: name.last,
    ...(local && {
      Local_Name_Detail_Data: {
        '@Local_Name': [name.firstLocal, name.lastLocal].filter(Boolean).join(' '),
        First_Name: name.firstLocal,
        Last_Name: name.lastLocal,
      },
    }),
  }
}

function nationalIdData({ type, nationalId, country }: PersonRow['nationalIds'][number]): Elements {
  return {
    National_ID_Data: {
      ID: nationalId,
      ID_Type_Reference: refer('National_ID_Type_Code', type),
      Country_Reference: referCountry(country),
    },
  }
}

function contactData(person: PersonRow, asOf: AsOf): Elements {
  const sides = [valueAt(person.work, asOf), valueAt(person.home, asOf)].filter((side) => side !== undefined)
  return {
    Address_Data: sides.flatMap(({ addresses }) => addresses.map(addressData)),
    Phone_Data: sides.flatMap(({ phones }) => phones.map(phoneData)),
    Email_Address_Data: sides.flatMap(({ emails }) => emails.map(emailData)),
  }
}

function addressData(address: Contact['addresses'][number]): Elements {
  const lines = [address.addressLine1, address.addressLine2].filter((line) => line !== undefined)
  return {
    '@Formatted_Address': [...lines, `${address.city} ${address.postalCode ?? ''}`.trim()].join('\n'),
    Country_Reference: referCountry(address.country),
    Address_Line_Data: lines.map((line, i) => ({ '@Type': `ADDRESS_LINE_${i + 1}`, '#text': line })),
    Municipality: address.city,
    Country_Region_Reference: refer('Country_Region_ID', address.region),
    Postal_Code: address.postalCode,
    Usage_Data: [usage(address)],
  }
}

function phoneData(phone: Contact['phones'][number]): Elements {
  return {
    '@Formatted_Phone': `+${phone.countryCode} ${phone.number}`,
    International_Phone_Code: phone.countryCode,
    Phone_Number: phone.number,
    Phone_Device_Type_Reference: refer('Phone_Device_Type_ID', phone.device),
    Usage_Data: [usage(phone)],
  }
}

function emailData(email: Contact['emails'][number]): Elements {
  return { Email_Address: email.address, Usage_Data: [usage(email)] }
}

function usage(used: { readonly usage: string; readonly primary: boolean; readonly public: boolean }): Elements {
  return {
    '@Public': used.public,
    Type_Data: [{ '@Primary': used.primary, Type_Reference: refer('Communication_Usage_Type_ID', used.usage) }],
  }
}
