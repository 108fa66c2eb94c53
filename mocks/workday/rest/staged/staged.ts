import { callerOf } from '../../auth.js'
import type { EventRow } from '../../business-process/event.js'
import { mayDo } from '../../business-process/process.js'
import { notFound } from '../../errors.js'
import type { StagedRow } from '../../rows/staged.js'
import type { WorkdayWorld } from '../../world.js'
import type { Fields } from '../body.js'
import { type Asked, ownerOf } from '../collection.js'
import { refuse } from '../complaints.js'

type Kind = EventRow['change']['kind']

/** The event that a path names. @throws 404 for one that there is not, or that is of another kind */
export function stagedEvent(world: WorkdayWorld, { params }: Pick<Asked, 'params'>, kind: Kind): EventRow {
  const event = world.events.find(ownerOf(params))
  if (event?.change.kind !== kind) throw notFound()
  // "Specify the new job change ID as the {ID} and {subResourceID} path parameters."
  return event
}

/**
 * The same, to be edited: by whoever began it, and not after it was submitted or saved for later.
 * @throws A403, A368
 */
export function editableEvent(world: WorkdayWorld, asked: Pick<Asked, 'params' | 'call'>, kind: Kind): EventRow {
  const event = stagedEvent(world, asked, kind)
  if (!mayDo(event, 'edit')) throw refuse('A403')
  if (event.initiator !== callerOf(asked.call).user) throw refuse('A368')
  return event
}

export function sectionsOf(world: WorkdayWorld, event: EventRow): StagedRow['sections'] {
  return world.staged.find(event.id)?.sections ?? {}
}

/** Keeps what a section is given, over what it was given before. */
export function keepSection(world: WorkdayWorld, event: EventRow, name: string, given: Fields): Fields {
  const sections = sectionsOf(world, event)
  const section = { ...sections[name], ...given }
  world.staged.put({ id: event.id, sections: { ...sections, [name]: section } })
  return section
}
