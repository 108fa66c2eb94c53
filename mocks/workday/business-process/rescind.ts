import { withoutEvent } from '../history/fact.js'
import type { WorkdayWorld } from '../world.js'
import { typesOf } from './apply.js'
import type { EventRow } from './event.js'
import { logTransaction } from './transaction-log.js'

/**
 * Takes a completed event back: whoever looks from now on sees nothing of it, whoever looks as of before still does. The log
 * gets a line of its own with today's entry moment.
 */
export function rescind(world: WorkdayWorld, event: EventRow): EventRow {
  takeBack(world, event)
  logTransaction(world, event, {
    types: typesOf(event.change),
    description: `Rescind ${event.process}: ${world.workerName(event.worker)}`,
    rescinded: true,
  })
  return world.events.put({ ...event, status: 'rescinded' })
}

/** Takes back the facts of an event, and says nothing of it in the log. */
export function takeBack(world: WorkdayWorld, event: EventRow): void {
  const now = world.now()
  const worker = world.worker(event.worker)
  world.workers.put({
    ...worker,
    employment: withoutEvent(worker.employment, event.id, now),
    jobs: worker.jobs.map((held) => ({ ...held, facts: withoutEvent(held.facts, event.id, now) })),
    assignments: withoutEvent(worker.assignments, event.id, now),
    compensation: withoutEvent(worker.compensation, event.id, now),
  })
  const person = world.person(event.person)
  world.persons.put({
    ...person,
    work: withoutEvent(person.work, event.id, now),
    home: withoutEvent(person.home, event.id, now),
  })
}
