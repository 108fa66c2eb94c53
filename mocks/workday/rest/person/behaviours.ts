import type { Behaviour } from '../../../../src/engine/kit.js'
import { operation } from '../../api.js'
import { fieldsOf, idIn, textIn } from '../body.js'
import { COUNTRIES, PHONE_CODES, REGION_VALUES } from '../countries.js'
import { prompt } from '../prompts.js'
import { NO_VALUES } from '../values.js'
import { contactChangeBehaviours } from './contact-changes.js'
import { peopleBehaviours } from './people.js'
import { DEVICE_TYPES } from './phones.js'
import { tell } from './piece.js'
import { PERSON } from './usage-query.js'

/** Checks a phone number, and keeps nothing. @throws A577, A578, A652, A664 @source facts A3, A8 (read 2026-11-24) */
const phoneValidation = operation(`POST ${PERSON}/phoneValidation`, ({ body }) => {
  const given = fieldsOf(body)
  const number = textIn(given, 'completePhoneNumber')
  if (number === undefined) throw tell(['A578', 'A phone number is required.'], undefined, 'completePhoneNumber')
  const code = fieldsOf(given.countryPhoneCode)
  const countryCode = PHONE_CODES.valueOf(textIn(code, 'id')) ?? textIn(code, 'countryPhoneCode')
  if (countryCode === undefined)
    throw tell(['A577', 'Country Code is required unless the device type is VOIP.'], undefined, 'countryPhoneCode')
  const device = DEVICE_TYPES.valueOf(idIn(given, 'deviceType'))
  if (device === undefined)
    throw tell(['A664', 'The field phone device type is required and must have a value.'], undefined, 'deviceType')
  if (!/^[\d\s().-]{4,20}$/.test(number))
    throw tell(['A652', `Enter a phone number in a valid format: ${number}`], undefined, 'completePhoneNumber')
  return {
    completePhoneNumber: number,
    countryPhoneCode: PHONE_CODES.of(countryCode),
    deviceType: DEVICE_TYPES.of(device),
  }
})

const VALUES = `${PERSON}/values`

/** Prompts of the person service. Parts of names beside the name itself are not set up. @source facts A2, A8 */
const prompts: readonly Behaviour[] = [
  prompt(`GET ${VALUES}/commonPhone/countryPhoneCodes`, PHONE_CODES),
  prompt(`GET ${VALUES}/commonPhone/phoneDeviceTypes`, DEVICE_TYPES),
  prompt(`GET ${VALUES}/countryComponents/country`, COUNTRIES),
  prompt(`GET ${VALUES}/countryComponents/countryRegion`, REGION_VALUES),
  prompt(`GET ${VALUES}/countryComponents/countryCity`, NO_VALUES),
  prompt(`GET ${VALUES}/personalInformationCountry/allowedCountry`, COUNTRIES),
  prompt(`GET ${VALUES}/personalInformationCountry/populatedCountry`, COUNTRIES),
  ...(['academic', 'hereditary', 'honorary', 'professional', 'religious', 'royal'] as const).map((part) =>
    prompt(`GET ${VALUES}/nameComponents/${part}`, NO_VALUES),
  ),
  ...(['salutation', 'social', 'title'] as const).map((part) =>
    prompt(`GET ${VALUES}/nameComponents/${part}`, NO_VALUES),
  ),
]

export const personBehaviours: readonly Behaviour[] = [
  ...peopleBehaviours,
  ...contactChangeBehaviours,
  phoneValidation,
  ...prompts,
]
