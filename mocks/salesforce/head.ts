import type { VendorHead } from '../../src/engine/kit.js'

/** What is known of Salesforce before its parts are read. */
export const head: VendorHead = {
  name: 'salesforce',
  label: 'Salesforce',
  port: 4012,
  hosts: ['login.salesforce.com', 'test.salesforce.com', '*.my.salesforce.com', '*.salesforce.com', '*.force.com'],
  usage: ({ origin }) =>
    `new jsforce.Connection({ instanceUrl: '${origin}', accessToken: process.env.SF_ACCESS_TOKEN })`,
}
