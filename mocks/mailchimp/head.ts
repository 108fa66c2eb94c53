import type { VendorHead } from '../../src/engine/kit.js'

/** What is known of Mailchimp before its parts are read. */
export const head: VendorHead = {
  name: 'mailchimp',
  label: 'Mailchimp',
  port: 4013,
  hosts: [
    'api.mailchimp.com',
    '*.api.mailchimp.com',
    'login.mailchimp.com',
    '*.mailchimp.com',
    '*.list-manage.com',
    'mandrillapp.com',
    '*.mandrillapp.com',
  ],
  usage: ({ origin }) =>
    `client.setConfig({ apiKey: process.env.MAILCHIMP_API_KEY }); client.basePath = '${origin}/3.0'`,
  settings: {
    requireHttps: 'boolean',
    refuseExampleAddresses: 'boolean',
    marketingPlan: 'string',
    errorProfile: 'string',
    transactionalPlan: 'string',
    transactionalHourlyQuota: 'number',
    allowUnsignedDomains: 'boolean',
    webhookBatchSeconds: 'number',
  },
}
