import type { Phone } from '../../rows/person.js'
import { fieldsOf, idIn, textIn } from '../body.js'
import { PHONE_CODES } from '../countries.js'
import { given } from '../given.js'
import { fixedValues } from '../values.js'
import { type PieceKind, renderUsage, tell } from './piece.js'

export const DEVICE_TYPES = fixedValues('Phone_Device_Type_ID', [
  ['Landline', 'Landline'],
  ['Mobile', 'Mobile'],
])

/** @source facts A3 (read 2026-11-24): A577, A578, A664 for what is missing, A572, A582, A604, A658, A660 for its usage */
export const PHONES: PieceKind<Phone> = {
  of: ({ phones }) => phones,
  into: (contact, phones) => ({ ...contact, phones }),
  render: (_, phone) => ({
    id: phone.id,
    descriptor: `+${phone.countryCode} ${phone.number}`,
    completePhoneNumber: phone.number,
    countryPhoneCode: { ...PHONE_CODES.of(phone.countryCode), countryPhoneCode: phone.countryCode },
    deviceType: DEVICE_TYPES.of(phone.device),
    ...given('extension', phone.extension),
    ...renderUsage(phone),
  }),
  read: (_, used, body, before) => {
    const number = textIn(body, 'completePhoneNumber') ?? before?.number
    if (number === undefined) throw tell(['A578', 'A phone number is required.'], used.usage, 'completePhoneNumber')
    const code = fieldsOf(body.countryPhoneCode)
    const countryCode =
      PHONE_CODES.valueOf(textIn(code, 'id')) ?? textIn(code, 'countryPhoneCode') ?? before?.countryCode
    if (countryCode === undefined)
      throw tell(['A577', 'Country Code is required unless the device type is VOIP.'], used.usage, 'countryPhoneCode')
    const device = DEVICE_TYPES.valueOf(idIn(body, 'deviceType')) ?? before?.device
    if (device !== 'Landline' && device !== 'Mobile')
      throw tell(['A664', 'The field phone device type is required and must have a value.'], used.usage, 'deviceType')
    const extension = textIn(body, 'extension') ?? before?.extension
    return { ...used, number, countryCode, device, ...(extension !== undefined && { extension }) }
  },
  words: {
    usageChanged: ['A660', "You can't change the Usage Type of an existing phone."],
    primaryChanged: [
      'A658',
      "You can't change a primary phone to an additional phone or an additional phone to a primary phone.",
    ],
    onePrimary: ['A604', 'Only one [type] Phone Number can be marked as Primary.'],
    needsPrimary: [
      'A572',
      'Subject person must have exactly one primary [type] Phone Number in order to have non-primary entries.',
    ],
    primaryKept: ['A582', "Primary Phone can't be deleted when there are additional phones."],
  },
}
