import type { Behaviour } from '../../../../../src/engine/kit.js'
import type { EventRow } from '../../../business-process/event.js'
import { valueAt } from '../../../history/fact.js'
import type { OrganizationType } from '../../../rows/tenant.js'
import type { Assignments } from '../../../rows/worker.js'
import { checkChangeAssignments } from '../../../staffing/change-assignments.js'
import type { WorkdayWorld } from '../../../world.js'
import { type Fields, fieldsOf, idIn, listIn, textIn } from '../../body.js'
import { asRest } from '../../complaints.js'
import { named, workerReference } from '../../references.js'
import { type Section, type StagedKind, sectionBehaviours } from '../../staged/sections.js'
import { JOBS, NO_VALUES, organizations, WORKERS } from '../../values.js'
import { STAFFING } from '../base.js'

const ONE = `${STAFFING}/organizationAssignmentChanges/{ID}`

export const START_FIELDS = {
  date: 'day',
  position: JOBS,
  supervisoryOrganization: organizations('SUPERVISORY'),
  worker: WORKERS,
} as const

type Sections = Readonly<Record<string, Fields>>

/** What the sections say of the organizations; nothing where nothing was said. */
function assignmentsOf(sections: Sections): Assignments {
  const one = (name: 'company' | 'costCenter' | 'region' | 'businessUnit') => {
    const id = idIn(sections[name] ?? {}, name)
    return id === undefined ? {} : { [name]: id }
  }
  const custom = sections.customOrganizations
  return {
    ...one('company'),
    ...one('costCenter'),
    ...one('region'),
    ...one('businessUnit'),
    ...(custom && { custom: listIn(custom, 'customOrganizations').map((each) => textIn(fieldsOf(each), 'id') ?? '') }),
  }
}

export const ASSIGNMENT_CHANGE: StagedKind = {
  kind: 'change-assignments',
  rebuild: (world, event, sections) => {
    const effective = textIn(sections.startDetails ?? {}, 'date') ?? event.effective
    asRest(() => checkChangeAssignments(world, { worker: world.worker(event.worker), effective }))
    const text = textIn(sections.comment ?? {}, 'comment')
    return {
      ...event,
      effective,
      comments: text === undefined ? event.comments : [{ by: event.initiator, at: world.now(), text }],
      change: { kind: 'change-assignments', assignments: assignmentsOf(sections) },
    }
  },
}

function organization(name: 'company' | 'costCenter' | 'region' | 'businessUnit', type: OrganizationType): Draft {
  return {
    name,
    fields: { [name]: organizations(type) },
    before: (world, event) => ({ [name]: named(world.organizations.find(presentOf(world, event)?.[name] ?? '')) }),
  }
}

type Draft = Omit<Section, 'list' | 'one' | 'patch'>

function presentOf(world: WorkdayWorld, event: EventRow): Assignments | undefined {
  return valueAt(world.worker(event.worker).assignments, { effective: event.effective, entered: world.now() })
}

const DRAFTS: readonly Draft[] = [
  {
    name: 'startDetails',
    fields: START_FIELDS,
    before: (world, event) => {
      const job = world.primaryJob(world.worker(event.worker))
      return {
        date: event.effective,
        worker: workerReference(world, event.worker),
        position: job && JOBS.find(world, job.position),
        supervisoryOrganization: named(world.organizations.find(job?.organization ?? '')),
      }
    },
  },
  organization('company', 'COMPANY'),
  organization('costCenter', 'COST_CENTER'),
  organization('region', 'REGION'),
  organization('businessUnit', 'BUSINESS_UNIT'),
  {
    name: 'costing',
    fields: { fund: NO_VALUES, gift: NO_VALUES, grant: NO_VALUES, program: NO_VALUES },
    before: () => ({}),
  },
  {
    name: 'customOrganizations',
    fields: { customOrganizations: { several: organizations('CUSTOM') } },
    before: (world, event) => ({
      customOrganizations: (presentOf(world, event)?.custom ?? []).map((id) => named(world.organizations.find(id))),
    }),
  },
  { name: 'comment', fields: { comment: 'plain' }, before: () => ({}) },
]

/** GET and PATCH of the sections of a change of organizations. @source facts A4, A8 (read 2026-11-23) */
export const assignmentSections: readonly Behaviour[] = DRAFTS.flatMap((draft) => {
  const path = `${ONE}/${draft.name as 'company'}` as const
  return sectionBehaviours(ASSIGNMENT_CHANGE, {
    ...draft,
    list: `GET ${path}`,
    one: `GET ${path}/{subresourceID}`,
    patch: `PATCH ${path}/{subresourceID}`,
  })
})
