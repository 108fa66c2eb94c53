import { defineVendor, generatedDescription } from '../../src/engine/kit.js'
import { credentials } from './auth.js'
import { FEE_NAMES } from './balance/fees.js'
import { behaviours } from './behaviours.js'
import { errors } from './errors.js'
import { events } from './events/publish.js'
import { generic } from './generic.js'
import { idempotency } from './idempotency.js'
import { jobs } from './jobs.js'
import { LIMIT_NAMES, limits } from './rate-limits.js'
import { refused } from './refused.js'
import { states } from './states/states.js'
import { tables } from './tables.js'
import { TEST_CARDS } from './test-cards/cards.js'
import { wire } from './wire.js'
import { StripeWorld } from './world.js'

export const stripe = defineVendor<StripeWorld>({
  name: 'stripe',
  label: 'Stripe',
  port: 4011,
  hosts: [
    'api.stripe.com',
    'files.stripe.com',
    'connect.stripe.com',
    'meter-events.stripe.com',
    'hooks.stripe.com',
    '*.stripe.com',
  ],
  loadDescription: () => generatedDescription('stripe'),
  tables,
  credentials,
  errors,
  wire,
  generic,
  limits,
  idempotency,
  events,
  redaction: {
    fields: [
      'client_secret',
      'account_number',
      'card_number',
      'routing_number',
      'iban',
      'clabe',
      'id_number',
      'ssn_last_4',
      'tax_id',
      'vat_id',
    ],
    published: TEST_CARDS.map(({ number }) => number),
    values: [/\bwhsec_\w+/, /\b[srp]k_test_\w+/, /_secret_\w{20,}/, /\b(?:ac|rt)_\w{24,}/],
  },
  states,
  behaviours,
  loadFixtures: async () => (await import('./fixtures.js')).loadFixtures(),
  jobs,
  refuse: refused,
  settings: {
    rawCards: 'boolean',
    limits: { map: 'number', names: LIMIT_NAMES },
    fees: { map: 'number', names: FEE_NAMES },
    restrictedKeys: { map: { list: 'string' } },
    connect: { fields: { name: 'string', redirectUris: { list: 'string' } } },
  },
  usage: ({ protocol, hostname, port }) =>
    `new Stripe(process.env.STRIPE_SECRET_KEY, { host: '${hostname}', port: ${port}, protocol: '${protocol.slice(0, -1)}' })`,
  view: (port, description) => new StripeWorld(port, description),
})
