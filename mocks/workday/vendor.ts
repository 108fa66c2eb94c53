import { defineVendor, generated } from '../../src/engine/kit.js'
import { credentials } from './auth.js'
import { behaviours } from './behaviours.js'
import { errors } from './errors.js'
import { head } from './head.js'
import { states } from './states.js'
import { tables } from './tables.js'
import { wire } from './wire.js'
import { WorkdayWorld } from './world.js'

export const workday = defineVendor<WorkdayWorld>({
  ...head,
  loadDescription: () => generated('workday'),
  tables,
  credentials,
  errors,
  wire,
  redaction: { fields: ['Password', 'National_ID', 'nationalId', 'ID_Value', 'basePay', 'amount'] },
  behaviours,
  states,
  loadFixtures: async () => {
    const { seedCompany } = await import('./fixtures.js')
    return { seed: (world) => seedCompany(world) }
  },
  view: (port, description) => new WorkdayWorld(port, description),
})
