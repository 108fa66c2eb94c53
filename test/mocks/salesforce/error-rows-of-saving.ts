import { change, data, idOf, make, type Row, sobjects } from './error-table.js'

const KEY = { objects: { Account: { fields: { Ext__c: { type: 'string', length: 40, externalId: true } } } } }
const UNIQUE = {
  objects: { Account: { fields: { Ext__c: { type: 'string', length: 40, externalId: true, unique: true } } } },
}

/** What a value of a record can have wrong. */
const ofValues: Readonly<Record<string, Row>> = {
  'INVALID_FIELD of a record': {
    status: 400,
    code: 'INVALID_FIELD',
    message: "No such column 'Equipo' on sobject of type Task",
    act: (acme) => make(acme, 'Task', { Equipo: 'x' }),
  },
  MALFORMED_ID: {
    status: 400,
    code: 'MALFORMED_ID',
    message: 'Account ID: id value of incorrect type: 001900K0001pPuOAAU1',
    fields: ['AccountId'],
    act: (acme) => make(acme, 'Contact', { LastName: 'x', AccountId: '001900K0001pPuOAAU1' }),
  },
  REQUIRED_FIELD_MISSING: {
    status: 400,
    code: 'REQUIRED_FIELD_MISSING',
    message: 'Required fields are missing: [Name]',
    fields: ['Name'],
    act: (acme) => make(acme, 'Account', {}),
  },
  STRING_TOO_LONG: {
    status: 400,
    code: 'STRING_TOO_LONG',
    message: `Last Name: data value too large: ${'x'.repeat(81)} (max length=80)`,
    fields: ['LastName'],
    act: (acme) => make(acme, 'Contact', { LastName: 'x'.repeat(81) }),
  },
  INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST: {
    status: 400,
    code: 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST',
    message: 'Task Subtype: bad value for restricted picklist field: abc',
    fields: ['TaskSubtype'],
    act: (acme) => make(acme, 'Task', { TaskSubtype: 'abc' }),
  },
  INVALID_EMAIL_ADDRESS: {
    status: 400,
    code: 'INVALID_EMAIL_ADDRESS',
    message: 'Email: invalid email address: x',
    fields: ['Email'],
    act: (acme) => make(acme, 'Contact', { LastName: 'x', Email: 'x' }),
  },
  INVALID_TYPE_ON_FIELD_IN_RECORD: {
    status: 400,
    code: 'INVALID_TYPE_ON_FIELD_IN_RECORD',
    message: 'Private: value not of required type: ',
    fields: ['IsPrivate'],
    act: (acme) =>
      make(acme, 'Opportunity', { Name: 'x', StageName: 'Prospecting', CloseDate: '2026-01-01', IsPrivate: null }),
  },
  'JSON_PARSER_ERROR of a type': {
    status: 400,
    code: 'JSON_PARSER_ERROR',
    message:
      /^Cannot deserialize instance of date from VALUE_STRING value x or request may be missing a required field at \[line:1, column:\d+\]$/,
    act: (acme) => make(acme, 'Opportunity', { Name: 'x', StageName: 'Prospecting', CloseDate: 'x' }),
  },
  'NUMBER_OUTSIDE_VALID_RANGE of a record': {
    status: 400,
    code: 'NUMBER_OUTSIDE_VALID_RANGE',
    message: /Amount/,
    act: (acme) =>
      make(acme, 'Opportunity', { Name: 'x', StageName: 'Prospecting', CloseDate: '2026-01-01', Amount: 1e19 }),
  },
}

/** What a record can have wrong beside others. */
const ofOthers: Readonly<Record<string, Row>> = {
  DUPLICATE_VALUE: {
    status: 400,
    code: 'DUPLICATE_VALUE',
    message: /^duplicate value found: Ext__c duplicates value on record with id: 001\w{12}$/,
    settings: UNIQUE,
    act: async (acme) => {
      await idOf(acme, 'Account', { Name: 'A', Ext__c: '1' })
      return make(acme, 'Account', { Name: 'B', Ext__c: '1' })
    },
  },
  DUPLICATE_EXTERNAL_ID: {
    status: 400,
    code: 'DUPLICATE_EXTERNAL_ID',
    message: /more than one record found for external id field: \[001\w+, 001\w+\]$/,
    settings: KEY,
    act: async (acme) => {
      for (const Name of ['A', 'B']) await idOf(acme, 'Account', { Name, Ext__c: '1' })
      return make(acme, 'Contact', { LastName: 'x', Account: { Ext__c: '1' } })
    },
  },
  DUPLICATES_DETECTED: {
    status: 400,
    code: 'DUPLICATES_DETECTED',
    message: 'Use one of these records?',
    settings: { duplicateRules: [{ object: 'Contact', name: 'Same_Address', fields: ['Email'] }] },
    act: async (acme) => {
      await idOf(acme, 'Contact', { LastName: 'Ng', Email: 'ng@acme.test' })
      return make(acme, 'Contact', { LastName: 'Ng', Email: 'ng@acme.test' })
    },
  },
  INVALID_FIELD_FOR_INSERT_UPDATE: {
    status: 400,
    code: 'INVALID_FIELD_FOR_INSERT_UPDATE',
    message:
      'Unable to create/update fields: CreatedDate. Please check the security settings of this field and verify that it is read/write for your profile or permission set.',
    fields: ['CreatedDate'],
    act: (acme) => make(acme, 'Account', { Name: 'x', CreatedDate: '2026-01-01' }),
  },
  FIELD_CUSTOM_VALIDATION_EXCEPTION: {
    status: 400,
    code: 'FIELD_CUSTOM_VALIDATION_EXCEPTION',
    message: 'An amount is not negative.',
    fields: ['Amount'],
    settings: {
      validationRules: [
        { object: 'Opportunity', condition: 'Amount < 0', message: 'An amount is not negative.', field: 'Amount' },
      ],
    },
    act: async (acme) => {
      const right = { Name: 'x', StageName: 'Prospecting', CloseDate: '2026-01-01', Amount: 1 }
      const id = await idOf(acme, 'Opportunity', right)
      return change(acme, 'Opportunity', id, { Amount: -1 })
    },
  },
  FIELD_INTEGRITY_EXCEPTION: {
    status: 400,
    code: 'FIELD_INTEGRITY_EXCEPTION',
    message: 'Every asset needs an account, a contact, or both.',
    fields: ['AccountId', 'ContactId'],
    act: (acme) => make(acme, 'Asset', { Name: 'x' }),
  },
  INVALID_CROSS_REFERENCE_KEY: {
    status: 400,
    code: 'INVALID_CROSS_REFERENCE_KEY',
    message: 'invalid cross reference id',
    act: (acme) => make(acme, 'Contact', { LastName: 'x', AccountId: '0015f00000KxRpaAAF' }),
  },
  DELETE_FAILED: {
    status: 400,
    code: 'DELETE_FAILED',
    message:
      'Your attempt to delete Mr. Josh Davis could not be completed because it is associated with the following cases.: 00001000\n',
    fields: [],
    act: async (acme) => {
      const id = await idOf(acme, 'Contact', { Salutation: 'Mr.', FirstName: 'Josh', LastName: 'Davis' })
      await idOf(acme, 'Case', { ContactId: id, Subject: 'Broken' })
      return acme.send(`${sobjects}/Contact/${id}`, { method: 'DELETE' })
    },
  },
  UNABLE_TO_LOCK_ROW: {
    status: 400,
    code: 'UNABLE_TO_LOCK_ROW',
    message: /^unable to obtain exclusive access to this record or 1 records: 001\w+$/,
    settings: { locks: [{ object: 'Account', condition: "Name = 'Busy'", seconds: 60 }] },
    act: async (acme) => change(acme, 'Account', await idOf(acme, 'Account', { Name: 'Busy' }), { Phone: '1' }),
  },
  CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY: {
    status: 400,
    code: 'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY',
    message:
      'AccountTrigger: execution of AfterUpdate\n\ncaused by: System.NullPointerException: Attempt to de-reference a null object',
    settings: {
      triggers: [
        {
          object: 'Account',
          name: 'AccountTrigger',
          event: 'AfterUpdate',
          condition: 'Phone = null',
          message: 'System.NullPointerException: Attempt to de-reference a null object',
        },
      ],
    },
    act: async (acme) => change(acme, 'Account', await idOf(acme, 'Account', { Name: 'A' }), { Name: 'B' }),
  },
  ALL_OR_NONE_OPERATION_ROLLED_BACK: {
    status: 400,
    code: 'ALL_OR_NONE_OPERATION_ROLLED_BACK',
    message: 'Record rolled back because not all records were valid and the request was using AllOrNone header',
    act: (acme) => {
      const records = [{ attributes: { type: 'Account' }, Name: 'A' }, { attributes: { type: 'Account' } }]
      return acme.send(`${data}/composite/sobjects`, { method: 'POST', json: { allOrNone: true, records } })
    },
  },
  STORAGE_LIMIT_EXCEEDED: {
    status: 400,
    code: 'STORAGE_LIMIT_EXCEEDED',
    message: 'storage limit exceeded',
    settings: { limits: { DataStorageMB: 0 } },
    act: (acme) => make(acme, 'Account', { Name: 'x' }),
  },
}

export const rowsOfSaving = { ...ofValues, ...ofOthers }
