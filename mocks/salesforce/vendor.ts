import { defineVendor, generatedDescription } from '../../src/engine/kit.js'
import { rightsTables } from './access/rights.js'
import { credentials } from './auth.js'
import { behaviours } from './behaviours.js'
import { describeImporter } from './catalogue/import-describe.js'
import { errors } from './errors.js'
import { head } from './head.js'
import { jobs } from './jobs.js'
import { limits } from './limits/limits.js'
import { oauthTables } from './oauth/store.js'
import { outboundEvents } from './outbound-messages/deliver.js'
import { states } from './states/states.js'
import { wire } from './wire.js'
import { SalesforceWorld } from './world.js'

export const salesforce = defineVendor<SalesforceWorld>({
  ...head,
  loadDescription: () => generatedDescription('salesforce'),
  largeBodies: [{ method: 'PUT', path: /\/jobs\/ingest\/\w+\/batches\/?$/, limit: 150 * 1024 * 1024 }],
  tables: { ...oauthTables, ...rightsTables },
  credentials,
  errors,
  wire,
  limits,
  events: outboundEvents,
  redaction: {
    fields: ['assertion', 'code_verifier', 'securitytoken'],
    values: [/\b00D\w{12}![\w.]{20,}/, /\b5Aep861[\w.]+/],
  },
  states,
  behaviours,
  importer: describeImporter,
  jobs,
  loadFixtures: async () => {
    const { sampleCompany, seedCompany } = await import('./fixtures.js')
    const samples = { small: await sampleCompany('small'), large: await sampleCompany('large') }
    return { seed: (world) => seedCompany(world, world.setting('size') === 'large' ? samples.large : samples.small) }
  },
  view: (port, description) => new SalesforceWorld(port, description),
})
