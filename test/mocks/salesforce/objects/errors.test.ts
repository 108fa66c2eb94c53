import { expect, test } from 'vitest'
import { org, type Request } from '../support/org.js'

const sobjects = '/services/data/v59.0/sobjects'
type Org = Awaited<ReturnType<typeof org>>

async function make(acme: Org, object: string, json: unknown, more: Partial<Request> = {}) {
  return acme.send(`${sobjects}/${object}`, { method: 'POST', json, ...more })
}

// What a user does, and what Salesforce says to it: the rows of the table of errors that records can give.
const refusals: readonly [
  what: string,
  object: string,
  values: object,
  status: number,
  code: string,
  message: string,
  fields?: string[],
][] = [
  [
    'leaves out what is required',
    'Account',
    {},
    400,
    'REQUIRED_FIELD_MISSING',
    'Required fields are missing: [Name]',
    ['Name'],
  ],
  [
    'leaves out several',
    'Opportunity',
    { Name: 'x' },
    400,
    'REQUIRED_FIELD_MISSING',
    'Required fields are missing: [StageName, CloseDate]',
    ['StageName', 'CloseDate'],
  ],
  [
    'writes too much',
    'Contact',
    { LastName: 'x'.repeat(81) },
    400,
    'STRING_TOO_LONG',
    `Last Name: data value too large: ${'x'.repeat(81)} (max length=80)`,
    ['LastName'],
  ],
  [
    'misspells a field',
    'Task',
    { Equipo: 'x' },
    400,
    'INVALID_FIELD',
    "No such column 'Equipo' on sobject of type Task",
  ],
  [
    'chooses a value that there is not',
    'Task',
    { TaskSubtype: 'abc' },
    400,
    'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST',
    'Task Subtype: bad value for restricted picklist field: abc',
    ['TaskSubtype'],
  ],
  [
    'sets what is not theirs to set',
    'Account',
    { Name: 'x', CreatedDate: '2026-01-01' },
    400,
    'INVALID_FIELD_FOR_INSERT_UPDATE',
    'Unable to create/update fields: CreatedDate. Please check the security settings of this field and verify that it is read/write for your profile or permission set.',
    ['CreatedDate'],
  ],
  [
    'mistypes an address',
    'Contact',
    { LastName: 'x', Email: 'a@' },
    400,
    'INVALID_EMAIL_ADDRESS',
    'Email: invalid email address: a@',
    ['Email'],
  ],
  [
    'gives an id that is none',
    'Contact',
    { LastName: 'x', AccountId: 'abc' },
    400,
    'MALFORMED_ID',
    'Account ID: id value of incorrect type: abc',
    ['AccountId'],
  ],
  [
    'points to nothing',
    'Contact',
    { LastName: 'x', AccountId: '0015f00000KxRpaAAF' },
    400,
    'INVALID_CROSS_REFERENCE_KEY',
    'invalid cross reference id',
    [],
  ],
  [
    'writes a day that is none',
    'Opportunity',
    { Name: 'x', StageName: 'Prospecting', CloseDate: 'soon' },
    400,
    'JSON_PARSER_ERROR',
    'Cannot deserialize instance of date from VALUE_STRING value soon or request may be missing a required field at [line:1, column:2]',
  ],
  [
    'has an asset of nobody',
    'Asset',
    { Name: 'x' },
    400,
    'FIELD_INTEGRITY_EXCEPTION',
    'Every asset needs an account, a contact, or both.',
    ['AccountId', 'ContactId'],
  ],
  [
    'plans an event without a time',
    'Event',
    { Subject: 'x' },
    400,
    'REQUIRED_FIELD_MISSING',
    'Required fields are missing: [ActivityDateTime]',
    ['ActivityDateTime'],
  ],
  [
    'makes what cannot be made',
    'AccountHistory',
    {},
    400,
    'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY',
    'entity type cannot be inserted: Account History',
    [],
  ],
]

test.each(refusals)('a user who %s is told so', async (_, object, values, status, errorCode, message, fields) => {
  const acme = await org()
  const { json, status: told } = await make(acme, object, values)
  expect(json).toEqual([{ message, errorCode, ...(fields && { fields }) }])
  expect(told).toBe(status)
})

test('an object or a path that is not there is not found, and a method that it does not take is told', async () => {
  const { send } = await org()
  const missing = [{ errorCode: 'NOT_FOUND', message: 'The requested resource does not exist' }]
  expect(await send(`${sobjects}/Nothing__c`)).toMatchObject({ status: 404, json: missing })
  expect(await send('/services/data/v59.0/nothing')).toMatchObject({ status: 404, json: missing })
  expect(await send('/services/data/v99.0/limits')).toMatchObject({ status: 404, json: missing })
  expect((await send('/services/data/v20.0/sobjects')).json[0].errorCode).toBe('UNSUPPORTED_API_VERSION')
  expect(await send(`${sobjects}/Account/0015f00000KxRpaAAF`, { method: 'PUT', json: {} })).toMatchObject({
    status: 405,
    json: [
      {
        errorCode: 'METHOD_NOT_ALLOWED',
        message: "HTTP Method 'PUT' not allowed. Allowed are DELETE,GET,HEAD,PATCH,POST",
      },
    ],
  })
})

test('JSON that is none is told with its place', async () => {
  const { send } = await org()
  const { json, status } = await send(`${sobjects}/Account`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    csv: '{x}',
  })
  expect(status).toBe(400)
  expect(json[0]).toMatchObject({
    errorCode: 'JSON_PARSER_ERROR',
    message: "Unexpected character ('x' (code 120)) at [line:1, column:2]",
  })
})

test('a contact that cases are about is not deleted', async () => {
  const acme = await org()
  const contact = (await make(acme, 'Contact', { Salutation: 'Mr.', FirstName: 'Josh', LastName: 'Davis' })).json.id
  await make(acme, 'Case', { ContactId: contact, Subject: 'Broken' })
  expect(await acme.send(`${sobjects}/Contact/${contact}`, { method: 'DELETE' })).toMatchObject({
    status: 400,
    json: [
      {
        errorCode: 'DELETE_FAILED',
        message:
          'Your attempt to delete Mr. Josh Davis could not be completed because it is associated with the following cases.: 00001000\n',
        fields: [],
      },
    ],
  })
})

test('a duplicate rule finds the record that is there already, unless the client insists', async () => {
  const rule = { object: 'Contact', name: 'Same_Address', fields: ['Email'] }
  const acme = await org({ duplicateRules: [rule] })
  const first = (await make(acme, 'Contact', { LastName: 'Ng', Email: 'ng@acme.test' })).json.id
  const again = await make(acme, 'Contact', { LastName: 'Ng', Email: 'NG@acme.test' })
  expect(again.status).toBe(400)
  expect(again.json[0]).toMatchObject({
    errorCode: 'DUPLICATES_DETECTED',
    message: 'Use one of these records?',
    duplicateResult: { allowSave: true, matchResults: [{ matchRecords: [{ record: { Id: first } }], size: 1 }] },
  })
  const headers = { 'sforce-duplicate-rule-header': 'allowSave=true' }
  expect((await make(acme, 'Contact', { LastName: 'Ng', Email: 'ng@acme.test' }, { headers })).status).toBe(201)
})

test('prices need a standard price, and one each', async () => {
  const acme = await org()
  const product = (await make(acme, 'Product2', { Name: 'Valve' })).json.id
  const book = (await make(acme, 'Pricebook2', { Name: 'Partners' })).json.id
  const entry = { Product2Id: product, Pricebook2Id: book, UnitPrice: 5 }
  expect((await make(acme, 'PricebookEntry', entry)).json[0]).toMatchObject({
    errorCode: 'STANDARD_PRICE_NOT_DEFINED',
    message: 'No standard price defined for this product',
  })
})

test('a member of a campaign is one once', async () => {
  const acme = await org()
  const campaign = (await make(acme, 'Campaign', { Name: 'Fair' })).json.id
  const lead = (await make(acme, 'Lead', { LastName: 'Ng', Company: 'Acme' })).json.id
  await make(acme, 'CampaignMember', { CampaignId: campaign, LeadId: lead })
  expect((await make(acme, 'CampaignMember', { CampaignId: campaign, LeadId: lead })).json[0]).toMatchObject({
    errorCode: 'DUPLICATE_VALUE',
    message: 'Already a campaign member.',
  })
})

test('errors are told in XML where XML is asked for', async () => {
  const { send } = await org()
  const { text } = await send(`${sobjects}/Nothing__c.xml`)
  expect(text).toBe(
    '<?xml version="1.0" encoding="UTF-8"?><Errors><Error><errorCode>NOT_FOUND</errorCode><message>The requested resource does not exist</message></Error></Errors>',
  )
})
