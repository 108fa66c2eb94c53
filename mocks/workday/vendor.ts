import { defineVendor, generatedDescription } from '../../src/engine/kit.js'
import { credentials } from './auth.js'
import { behaviours } from './behaviours.js'
import { errors } from './error-rules.js'
import { head } from './head.js'
import { limits } from './limits.js'
import { outbound } from './outbound/events.js'
import { redaction } from './security/redaction.js'
import { completeIntegration } from './soap/integrations/integration-events.js'
import { states } from './states/states.js'
import { tables } from './tables.js'
import { wire } from './wire.js'
import { WorkdayWorld } from './world.js'

export const workday = defineVendor<WorkdayWorld>({
  ...head,
  loadDescription: () => generatedDescription('workday'),
  tables,
  credentials,
  errors,
  wire,
  limits,
  redaction,
  events: outbound,
  behaviours,
  jobs: { 'complete-integration': (data, world) => completeIntegration(data, world) },
  states,
  loadFixtures: async () => {
    const { seedCompany } = await import('./fixtures.js')
    return { seed: (world) => seedCompany(world) }
  },
  view: (port, description) => new WorkdayWorld(port, description),
})
