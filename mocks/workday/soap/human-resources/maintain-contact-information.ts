import { behaviour } from '../../api.js'
import { callerOf } from '../../auth.js'
import { valueAt } from '../../history/fact.js'
import type { Contact, Usage } from '../../rows/person.js'
import type { WorkerRow } from '../../rows/worker.js'
import { changeContact } from '../../staffing/change-contact.js'
import { elementsOf, referenceOf, textOf } from '../elements.js'
import { validationFault } from '../faults.js'
import { namedBy } from '../named.js'
import { answerSoap, readSoap } from '../operation.js'
import { asFault } from '../process-parameters.js'
import { readContact } from '../staffing/applicant.js'

const ROOT = 'Maintain_Contact_Information_for_Person_Event_Request'

/**
 * Replaces a worker's contact information, work and home apart; with Add_Only what is there stays.
 * @throws validation faults @source facts B4 (read 2026-11-23)
 */
export const maintainContactInformation = behaviour(
  'POST /ccx/service/{tenant}/Human_Resources/{version}#Maintain_Contact_Information_for_Person_Event_Request',
  (input, world) => {
    const soap = readSoap('Human_Resources', ROOT, input)
    const data = elementsOf(soap.request.Maintain_Contact_Information_Data)
    const worker = namedBy<WorkerRow>(world, 'worker', referenceOf(data.Worker_Reference) ?? { ids: [] })
    const addOnly = ['1', 'true'].includes(textOf(soap.request['@Add_Only']) ?? '')
    const effective = textOf(data.Effective_Date) ?? world.today()
    const given = elementsOf(data.Worker_Contact_Information_Data)
    const events = (['WORK', 'HOME'] as const).flatMap((usage: Usage) => {
      const contact = readContact(world, given, usage)
      if (!contact) return []
      const person = world.person(worker.person)
      const before = valueAt(usage === 'WORK' ? person.work : person.home, world.present)
      const whole = addOnly && before ? together(before, contact) : contact
      return asFault(() =>
        changeContact(world, { worker, usage, effective, contact: whole, initiator: callerOf(input.call).user }),
      )
    })
    const [first] = events
    if (!first)
      throw validationFault('At least one Address, Phone or Email Address with a usage of WORK or HOME is required.')
    return answerSoap(soap, ROOT, { Contact_Information_for_Person_Event_Reference: { ids: [['WID', first.id]] } })
  },
)

function together(before: Contact, added: Contact): Contact {
  return {
    addresses: [...before.addresses, ...added.addresses],
    emails: [...before.emails, ...added.emails],
    phones: [...before.phones, ...added.phones],
    instantMessengers: before.instantMessengers,
    webAddresses: before.webAddresses,
  }
}
