import { defineVendor, generatedDescription } from '../../src/engine/kit.js'
import { credentials } from './auth.js'
import { behaviours } from './behaviours.js'
import { errors } from './errors.js'
import { events } from './events.js'
import { generic } from './generic/generic.js'
import { head } from './head.js'
import { jobs } from './jobs.js'
import { limits } from './limits.js'
import { mail } from './mail.js'
import { hashOf } from './members/subscriber-hash.js'
import { states } from './states/states.js'
import { tables } from './tables.js'
import { wire } from './wire.js'
import { MailchimpWorld } from './world.js'

export const mailchimp = defineVendor<MailchimpWorld>({
  ...head,
  loadDescription: () => generatedDescription('mailchimp'),
  tables,
  credentials,
  errors,
  wire,
  limits,
  generic,
  events,
  redaction: {
    headers: ['x-mc-apikey'],
    fields: ['apikey', 'signing_secret', 'auth_key'],
    values: [
      /\b[0-9a-f]{32}(?:-us\d{1,2})?\b/,
      /\bmd-[\w-]{22}/,
      // An address, from where it begins: a search that may begin anywhere takes the square of the time in a long word.
      /(?<![^\s"'<>@,;:&=\\[\]()])[^\s"'<>@,;:&=\\[\]()]{1,320}@[\w-]+(?:\.[\w-]+)+/,
    ],
  },
  states,
  mail,
  personForms: (address) => [hashOf(address)],
  behaviours,
  jobs,
  loadFixtures: async () => {
    const { seedAudience } = await import('./fixtures.js')
    return { seed: (world) => seedAudience(world) }
  },
  view: (port, description) => new MailchimpWorld(port, description),
})
