import type { SettingType } from '../../src/engine/kit.js'
import { LIMIT_NAMES } from './limits/allowances.js'

const texts: SettingType = { list: 'string' }
const ruleOf = (fields: Readonly<Record<string, SettingType>>, required: readonly string[]): SettingType => ({
  list: { fields: { object: 'string', ...fields }, required: ['object', ...required] },
})

const rightsOnObject: SettingType = {
  fields: {
    create: 'boolean',
    read: 'boolean',
    edit: 'boolean',
    delete: 'boolean',
    viewAll: 'boolean',
    modifyAll: 'boolean',
    // `*`, or a list of fields.
    readable: 'any',
    editable: 'any',
    hidden: texts,
    readOnly: texts,
  },
}

/** What `salesforce:` in the configuration takes: docs/salesforce.md says what each is for. */
export const settings: Readonly<Record<string, SettingType>> = {
  size: { oneOf: ['small', 'large'] },
  apiEnabled: 'boolean',
  sessionTimeout: 'number',
  limits: { map: 'number', names: LIMIT_NAMES },
  longRunning: 'number',
  longTransaction: 'number',
  queryTimeout: 'number',
  objects: {
    map: {
      fields: { label: 'string', plural: 'string', prefix: 'string', autoNumber: 'string', fields: { map: 'any' } },
    },
  },
  importedObjects: { map: 'any' },
  connectedApp: {
    fields: {
      name: 'string',
      callbacks: texts,
      scopes: texts,
      flows: {
        list: {
          oneOf: [
            'web_server',
            'user_agent',
            'client_credentials',
            'jwt_bearer',
            'refresh_token',
            'password',
            'device',
          ],
        },
      },
      certificates: texts,
      requirePkce: 'boolean',
      requireSecret: 'boolean',
      rotateRefreshTokens: 'boolean',
      preauthorized: 'boolean',
    },
  },
  users: {
    list: {
      fields: {
        username: 'string',
        firstName: 'string',
        lastName: 'string',
        alias: 'string',
        password: 'string',
        profile: 'string',
        permissionSets: texts,
        active: 'boolean',
      },
      required: ['username'],
    },
  },
  permissionSets: {
    list: {
      fields: {
        id: 'string',
        label: 'string',
        kind: { oneOf: ['profile', 'permission set'] },
        apiEnabled: 'boolean',
        viewAllData: 'boolean',
        modifyAllData: 'boolean',
        objects: { map: rightsOnObject },
      },
      required: ['id'],
    },
  },
  duplicateRules: ruleOf({ name: 'string', fields: texts, allowSave: 'boolean', message: 'string' }, [
    'name',
    'fields',
  ]),
  validationRules: ruleOf({ condition: 'string', message: 'string', field: 'string' }, ['condition', 'message']),
  triggers: ruleOf(
    {
      name: 'string',
      event: {
        oneOf: ['BeforeInsert', 'BeforeUpdate', 'BeforeDelete', 'AfterInsert', 'AfterUpdate', 'AfterDelete'],
      },
      condition: 'string',
      message: 'string',
    },
    ['name', 'event', 'message'],
  ),
  locks: ruleOf({ condition: 'string', seconds: 'number' }, []),
  outboundMessages: ruleOf(
    {
      name: 'string',
      url: 'string',
      fields: texts,
      on: { oneOf: ['create', 'update', 'both'] },
      includeSessionId: 'boolean',
      active: 'boolean',
      apiVersion: 'string',
      sandboxSecret: 'string',
    },
    ['url'],
  ),
}
