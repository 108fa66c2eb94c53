import type { SettingType } from '../../src/engine/kit.js'

const report: SettingType = {
  fields: {
    owner: 'string',
    source: 'string',
    columns: { map: 'string' },
    prompts: { map: 'string' },
    groups: { list: 'string' },
  },
  required: ['source', 'columns'],
}

/** What `workday:` in the configuration takes: docs/workday.md says what each is for. */
export const settings: Readonly<Record<string, SettingType>> = {
  approvals: 'boolean',
  workers: 'number',
  reports: { map: report },
  domains: { map: { list: { oneOf: ['Get', 'Put', 'View', 'Modify'] } } },
  pendingDomains: { map: { list: { oneOf: ['Get', 'Put', 'View', 'Modify'] } } },
  organizations: { list: 'string' },
  scopes: { list: 'string' },
  clientCredentials: 'boolean',
  redirectUris: { list: 'string' },
  publicKey: 'string',
  throttle: { fields: { requests: 'number', seconds: 'number' }, required: ['requests', 'seconds'] },
}
