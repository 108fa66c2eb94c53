import type { Behaviour } from '../../../../../src/engine/kit.js'
import { type OperationKey, operation } from '../../../api.js'
import { callerOf } from '../../../auth.js'
import { notFound } from '../../../errors.js'
import { readDay } from '../../../history/dates.js'
import { valueAt } from '../../../history/fact.js'
import type { Usage } from '../../../rows/person.js'
import { initiateContactChange } from '../../../staffing/change-contact.js'
import { EMPTY_CONTACT } from '../../../staffing/contact.js'
import { fieldsOf } from '../../body.js'
import { asRest, invalidValue } from '../../complaints.js'
import { eventName } from '../../staged/submit.js'
import { workerAsked } from '../../worker-named.js'
import { STAFFING } from '../base.js'

/**
 * Begins a change of a worker's contact information, which the person service then edits and submits.
 * @throws A641, A644 where one is under way @source facts A4 (read 2026-11-23)
 */
function contactChanges(usage: Usage, initiate: OperationKey, retrieve: OperationKey): readonly Behaviour[] {
  return [
    operation(initiate, (asked, world) => {
      const worker = workerAsked(world, asked)
      const { effective_date: date = world.today() } = fieldsOf(asked.body)
      const effective = readDay(date)
      if (effective === undefined) throw invalidValue('effective_date')
      const person = world.person(worker.person)
      const contact = valueAt(usage === 'WORK' ? person.work : person.home, world.present) ?? EMPTY_CONTACT
      const initiator = callerOf(asked.call).user
      const event = asRest(() => initiateContactChange(world, { worker, usage, effective, contact, initiator }))
      return { id: event.id, descriptor: eventName(world, event), effective_date: effective }
    }),
    operation(retrieve, (asked, world) => {
      const worker = workerAsked(world, asked)
      const event = world.events.find(asked.params.subresourceID ?? '')
      if (event?.worker !== worker.id || event.change.kind !== 'change-contact' || event.change.usage !== usage)
        throw notFound()
      return { id: event.id, descriptor: eventName(world, event), effective_date: event.effective }
    }),
  ]
}

const ONE = `${STAFFING}/workers/{ID}`

export const contactChangeBehaviours: readonly Behaviour[] = [
  ...contactChanges(
    'WORK',
    `POST ${ONE}/workContactInformationChanges`,
    `GET ${ONE}/workContactInformationChanges/{subresourceID}`,
  ),
  ...contactChanges(
    'HOME',
    `POST ${ONE}/homeContactInformationChanges`,
    `GET ${ONE}/homeContactInformationChanges/{subresourceID}`,
  ),
]
