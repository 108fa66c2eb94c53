import type { VendorHead } from '../../src/engine/kit.js'
import { settings } from './settings.js'

/** What is known of Salesforce before its parts are read. */
export const head: VendorHead = {
  name: 'salesforce',
  label: 'Salesforce',
  port: 4012,
  hosts: ['login.salesforce.com', 'test.salesforce.com', '*.my.salesforce.com', '*.salesforce.com', '*.force.com'],
  settings,
  settingsFolders: { importedObjects: 'standin/salesforce/objects' },
  usage: ({ origin }) =>
    `new jsforce.Connection({ instanceUrl: '${origin}', accessToken: process.env.SF_ACCESS_TOKEN })`,
}
