import type { Behaviour } from '../../../../src/engine/kit.js'
import { operation } from '../../api.js'
import { callerOf } from '../../auth.js'
import type { EventRow } from '../../business-process/event.js'
import { initiate, submit } from '../../business-process/process.js'
import { notFound } from '../../errors.js'
import { dayOf } from '../../history/dates.js'
import type { WorkdayWorld } from '../../world.js'
import { type Fields, fieldsOf, textIn } from '../body.js'
import { accountReference } from '../business-process/render.js'
import { collection, ownerOf } from '../collection.js'
import { invalidValue } from '../complaints.js'
import { given } from '../given.js'
import { workerReference } from '../references.js'
import { eventName } from '../staged/submit.js'
import { workerAsked } from '../worker-named.js'
import { COMMON } from './workers.js'

const ONE = `${COMMON}/workers/{id}/businessTitleChanges`

function render(world: WorkdayWorld, event: EventRow): Fields {
  return {
    id: event.id,
    descriptor: eventName(world, event),
    href: `/businessTitleChanges/${event.id}`,
    effective: event.effective,
    initiated: dayOf(event.initiated),
    initiator: accountReference(event.initiator),
    subject: workerReference(world, event.worker),
    ...given('currentBusinessTitle', world.primaryJob(world.worker(event.worker))?.businessTitle),
    ...(event.change.kind === 'change-title' && { proposedBusinessTitle: event.change.businessTitle }),
  }
}

/** Gives the primary job another title from today on. It needs no approval. @source facts A7 (read 2026-11-23) */
const change = operation(`POST ${ONE}`, (asked, world) => {
  const worker = workerAsked(world, asked)
  const businessTitle = textIn(fieldsOf(asked.body), 'proposedBusinessTitle')
  const job = world.primaryJob(worker)
  if (businessTitle === undefined || !job) throw invalidValue('proposedBusinessTitle')
  const event = initiate(world, {
    process: 'Title Change',
    worker: worker.id,
    person: worker.person,
    effective: world.today(),
    change: { kind: 'change-title', position: job.position, businessTitle },
    initiator: callerOf(asked.call).user,
  })
  submit(world, event, { autoComplete: false })
  const descriptor = eventName(world, event)
  return { id: event.id, descriptor, href: `/businessTitleChanges/${event.id}`, proposedBusinessTitle: businessTitle }
})

/** One change, wherever it is asked for. @source facts A7 (read 2026-11-23) */
const retrieve = operation(`GET ${COMMON}/businessTitleChanges/{id}`, ({ params }, world) => {
  const event = world.events.find(ownerOf(params))
  if (event?.change.kind !== 'change-title') throw notFound()
  return render(world, event)
})

export const titleChangeBehaviours: readonly Behaviour[] = [
  change,
  retrieve,
  ...collection<EventRow>({
    list: `GET ${ONE}`,
    one: `GET ${ONE}/{subresourceID}`,
    all: (world, asked) =>
      world.events
        .where('worker', workerAsked(world, asked).id)
        .filter(({ change: { kind } }) => kind === 'change-title'),
    idOf: ({ id }) => id,
    render,
  }),
]
