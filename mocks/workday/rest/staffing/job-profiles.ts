import type { Behaviour } from '../../../../src/engine/kit.js'
import { resolve } from '../../references.js'
import type { JobFamilyRow, JobProfileRow } from '../../rows/tenant.js'
import { valueWid } from '../../value-lists.js'
import type { WorkdayWorld } from '../../world.js'
import { flagIn, textsIn } from '../body.js'
import { collection } from '../collection.js'
import { given } from '../given.js'
import { named } from '../references.js'
import { STAFFING } from './base.js'

/** Job profiles and families. @source facts A7, A8 (read 2026-11-23) */
export const jobProfileBehaviours: readonly Behaviour[] = [
  ...collection<JobProfileRow>({
    list: `GET ${STAFFING}/jobProfiles`,
    one: `GET ${STAFFING}/jobProfiles/{ID}`,
    all: (world, { query }) =>
      world.jobProfiles.all().filter(({ inactive }) => !inactive || flagIn(query, 'includeInactive') === true),
    idOf: ({ id }) => id,
    find: (world, id) => resolve<JobProfileRow>(world, 'jobProfile', id),
    render: renderProfile,
    renderInList: (_, { id, name, inactive }) => ({ id, name, inactive }),
  }),
  ...collection<JobFamilyRow>({
    list: `GET ${STAFFING}/jobFamilies`,
    one: `GET ${STAFFING}/jobFamilies/{ID}`,
    all: (world, { query }) => {
      const groups = textsIn(query, 'jobFamilyGroup')
      const families = textsIn(query, 'jobProfile').map((id) => resolve<JobProfileRow>(world, 'jobProfile', id)?.family)
      const inactive = flagIn(query, 'inactive')
      return world.jobFamilies
        .all()
        .filter(
          (family) =>
            (groups.length === 0 || groups.includes(family.group)) &&
            (families.length === 0 || families.includes(family.id)) &&
            (inactive === undefined || family.inactive === inactive),
        )
    },
    idOf: ({ id }) => id,
    find: (world, id) => resolve<JobFamilyRow>(world, 'jobFamily', id),
    render: (world, { id, name, inactive, group }) => ({
      id,
      descriptor: name,
      inactive,
      ...given('jobFamilyGroup', named(world.jobFamilyGroups.find(group))),
      jobProfiles: world.jobProfiles.where('family', id).map(named),
    }),
  }),
]

function renderProfile(world: WorkdayWorld, profile: JobProfileRow) {
  const { id, name, inactive, summary, family, managementLevel, exempt } = profile
  const familyRow = world.jobFamilies.find(family)
  return {
    id,
    name,
    inactive,
    summary,
    defaultJobTitle: name,
    public: true,
    criticalJob: false,
    workShiftRequired: false,
    managementLevel: { id: valueWid('Management_Level_ID', managementLevel), descriptor: managementLevel },
    jobExempts: [{ exempt }],
    jobFamilies: familyRow ? [{ id: familyRow.id, descriptor: familyRow.name, name: familyRow.name }] : [],
  }
}
