import type { Behaviour } from '../../../../src/engine/kit.js'
import { type OperationKey, operation } from '../../api.js'
import type { EventRow } from '../../business-process/event.js'
import { notFound, notSimulated } from '../../errors.js'
import { readDay } from '../../history/dates.js'
import type { WorkdayWorld } from '../../world.js'
import { type Fields, fieldsOf, listIn, textIn } from '../body.js'
import { type Asked, ownerOf, pageIn } from '../collection.js'
import { invalidValue } from '../complaints.js'
import type { Reference } from '../references.js'
import type { Values } from '../values.js'
import { editableEvent, keepSection, sectionsOf, stagedEvent } from './staged.js'

/** What a field of a section holds: a choice of values, several of them, a day, what its description says, or what has no effect here and is refused. */
export type FieldType = Values | { readonly several: Values } | 'day' | 'plain' | 'not-simulated'

/** A part of a change: read and patched on its own. */
export interface Section {
  readonly name: string
  readonly list: OperationKey
  readonly one: OperationKey
  readonly patch: OperationKey
  readonly fields: Readonly<Record<string, FieldType>>
  /** What a section says where nothing was given: what is so now. */
  readonly before: (world: WorkdayWorld, event: EventRow) => Fields
  /** Refuses what does not go together. `given` is what this request brings. */
  readonly check?: (world: WorkdayWorld, event: EventRow, section: Fields, given: Fields) => void
}

/** A change with its sections. */
export interface StagedKind {
  readonly kind: EventRow['change']['kind']
  /** The event with what all sections say. Nothing of it shows before it is submitted. */
  readonly rebuild: (world: WorkdayWorld, event: EventRow, sections: Readonly<Record<string, Fields>>) => EventRow
}

/**
 * GET and PATCH of a section. The id of a section is that of its change.
 * @throws A403 after it was submitted, A368 for somebody else's, 404 for another id
 * @source facts A2, A4 (read 2026-11-23)
 */
export function sectionBehaviours({ kind, rebuild }: StagedKind, section: Section): readonly Behaviour[] {
  const shown = (world: WorkdayWorld, event: EventRow): Fields => ({
    ...section.before(world, event),
    ...sectionsOf(world, event)[section.name],
  })
  return [
    operation(section.list, (asked, world) =>
      pageIn(asked.query, [stagedEvent(world, asked, kind)], (event) => shown(world, event)),
    ),
    operation(section.one, (asked, world) => {
      sameId(asked)
      return shown(world, stagedEvent(world, asked, kind))
    }),
    operation(section.patch, (asked, world) => {
      sameId(asked)
      const event = editableEvent(world, asked, kind)
      const given = readSection(world, section.fields, fieldsOf(asked.body))
      const whole = keepSection(world, event, section.name, given)
      section.check?.(world, event, whole, given)
      world.events.put(rebuild(world, event, sectionsOf(world, event)))
      return { ...section.before(world, event), ...whole }
    }),
  ]
}

function sameId({ params }: Pick<Asked, 'params'>): void {
  if (params.subresourceID !== ownerOf(params)) throw notFound()
}

/** What a body says, with references looked up. @throws 400 for a reference to nothing and for no day */
export function readSection(world: WorkdayWorld, fields: Readonly<Record<string, FieldType>>, body: Fields): Fields {
  const out: Record<string, unknown> = {}
  for (const [name, type] of Object.entries(fields)) {
    const value = body[name]
    if (value === undefined) continue
    out[name] = value === null ? undefined : readField(world, name, type, body)
  }
  return out
}

function readField(world: WorkdayWorld, name: string, type: FieldType, body: Fields): unknown {
  if (type === 'plain') return body[name]
  if (type === 'not-simulated') {
    // No is what is so anyway.
    if (body[name] === false) return false
    throw notSimulated(`the field '${name}'`)
  }
  if (type === 'day') {
    const day = readDay(body[name])
    if (day === undefined) throw invalidValue(name)
    return day
  }
  if ('several' in type) return listIn(body, name).map((each) => chosen(world, name, type.several, each))
  return chosen(world, name, type, body[name])
}

function chosen(world: WorkdayWorld, name: string, values: Values, given: unknown): Reference {
  const found = values.find(world, textIn(fieldsOf(given), 'id') ?? '')
  if (!found) throw invalidValue(name)
  return found
}
