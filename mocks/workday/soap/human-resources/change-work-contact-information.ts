import { behaviour } from '../../api.js'
import { callerOf } from '../../auth.js'
import { valueAt } from '../../history/fact.js'
import type { Contact } from '../../rows/person.js'
import type { WorkerRow } from '../../rows/worker.js'
import { changeContact } from '../../staffing/change-contact.js'
import { EMPTY_CONTACT } from '../../staffing/contact.js'
import type { WorkdayWorld } from '../../world.js'
import { elementsOf, listOf, referenceOf, textOf } from '../elements.js'
import { validationFault } from '../faults.js'
import { namedBy } from '../named.js'
import { answerSoap, readSoap } from '../operation.js'
import { asFault } from '../process-parameters.js'
import type { Read, ReadElements } from '../read.js'
import { isOn, readAddress, usageOf, usedBy } from '../staffing/applicant.js'

const ROOT = 'Change_Work_Contact_Information_Request'

/**
 * Changes a person's contact information at work, as versions after v26 have it: each kind is replaced as a whole or piece by piece, and a piece is named
 * by its WID, or is the primary one where a primary one is sent. It needs no approval here.
 * @throws validation faults @source facts B4, element names as public clients send them (read 2026-11-24)
 * @unverified that a primary piece takes the place of the one before
 */
export const changeWorkContactInformation = behaviour(
  'POST /ccx/service/{tenant}/Human_Resources/{version}#Change_Work_Contact_Information_Request',
  (input, world) => {
    const soap = readSoap('Human_Resources', ROOT, input)
    const data = elementsOf(soap.request.Change_Work_Contact_Information_Data)
    const worker = namedBy<WorkerRow>(world, 'worker', referenceOf(data.Person_Reference) ?? { ids: [] })
    const before = valueAt(world.person(worker.person).work, world.present) ?? EMPTY_CONTACT
    const contact = changed(world, before, elementsOf(data.Person_Contact_Information_Data))
    const effective = textOf(data.Event_Effective_Date) ?? world.today()
    const initiator = callerOf(input.call).user
    const event = asFault(() => changeContact(world, { worker, usage: 'WORK', effective, contact, initiator }))
    return answerSoap(soap, ROOT, { Change_Work_Contact_Information_Event_Reference: { ids: [['WID', event.id]] } })
  },
)

function changed(world: WorkdayWorld, before: Contact, given: ReadElements): Contact {
  return {
    ...before,
    addresses: pieces(before.addresses, elementsOf(given.Person_Address_Information_Data), {
      list: 'Address_Information_Data',
      reference: 'Address_Reference',
      read: (each) => readAddress(elementsOf(each.Address_Data), usedBy(world, each, 'WORK')),
    }),
    phones: pieces(before.phones, elementsOf(given.Person_Phone_Information_Data), {
      list: 'Phone_Information_Data',
      reference: 'Phone_Reference',
      read: (each) => readPhone(world, each),
    }),
    emails: pieces(before.emails, elementsOf(given.Person_Email_Information_Data), {
      list: 'Email_Information_Data',
      reference: 'Email_Reference',
      read: (each) => {
        const address = textOf(elementsOf(each.Email_Data).Email_Address)
        if (address === undefined) throw validationFault('Email Address is required.')
        return { ...usedBy(world, each, 'WORK'), address }
      },
    }),
  }
}

function readPhone(world: WorkdayWorld, each: ReadElements): Contact['phones'][number] {
  const data = elementsOf(each.Phone_Data)
  const number = textOf(data.Complete_Phone_Number)
  if (number === undefined) throw validationFault('A phone number is required.')
  const code = referenceOf(data.Country_Code_Reference)?.ids.find(({ type }) => type === 'Country_Phone_Code_ID')?.value
  const mobile = referenceOf(data.Device_Type_Reference)?.ids.some(({ value }) => /mobile/i.test(value)) === true
  const extension = textOf(data.Extension)
  return {
    ...usedBy(world, each, 'WORK'),
    // `USA_1`, `1`
    countryCode: /(\d+)$/.exec(code ?? '')?.[1] ?? '1',
    number,
    device: mobile ? 'Mobile' : 'Landline',
    ...(extension !== undefined && { extension }),
  }
}

interface Kind<T> {
  readonly list: string
  readonly reference: string
  readonly read: (each: ReadElements) => T
}

function pieces<T extends { readonly id: string; readonly primary: boolean }>(
  before: readonly T[],
  given: ReadElements,
  { list, reference, read }: Kind<T>,
): readonly T[] {
  let all = isOn(given['@Replace_All']) ? [] : [...before]
  for (const each of listOf(given[list]).map(elementsOf)) {
    const named = pieceNamed(before, each[reference])
    if (isOn(each['@Delete'])) {
      all = all.filter((piece) => piece !== named)
      continue
    }
    if (usageOf(each) !== 'WORK') throw validationFault('A valid Usage Type is required.')
    const made = read(each)
    const old = named ?? (made.primary ? all.find(({ primary }) => primary) : undefined)
    const kept = old && all.includes(old) ? { ...made, id: old.id } : made
    all = old && all.includes(old) ? all.map((piece) => (piece === old ? kept : piece)) : [...all, made]
  }
  const primary = all.filter((piece) => piece.primary).length
  if (all.length > 0 && primary !== 1)
    throw validationFault('Subject person must have exactly one primary entry in order to have non-primary entries.')
  return all
}

/** The piece that a reference names by its WID. @throws Invalid ID value */
function pieceNamed<T extends { readonly id: string }>(
  before: readonly T[],
  reference: Read | undefined,
): T | undefined {
  const id = referenceOf(reference)?.ids[0]
  if (!id) return undefined
  const found = before.find((piece) => piece.id === id.value)
  if (!found) throw validationFault(`Invalid ID value.  '${id.value}' is not a valid ID value for type = '${id.type}'`)
  return found
}
