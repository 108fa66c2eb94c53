import { expect, test } from 'vitest'
import { ERROR_TABLE } from '../../../../mocks/mailchimp/transactional/error-table.js'
import { account, LETTER } from './support/account.js'

type Account = Awaited<ReturnType<typeof account>>
interface Told {
  readonly status: number
  readonly json: { readonly status: string; readonly code: number; readonly name: string; readonly message: string }
}

const to = [{ email: 'ada@example.com' }]
const letter = (more: object = {}) => ({ message: { ...LETTER, to, ...more } })
const at = { version: '1.4' }
const unknown = (path: string, body: object) => (it: Account) => it.call(path, body, at)

/** How a user meets each error, and the code, status and words that it has since 1.4. */
const ROWS: readonly (readonly [
  name: string,
  code: number,
  status: number,
  message: RegExp,
  reach: (it: Account) => Promise<Told>,
])[] = [
  [
    'Invalid_Key',
    401,
    401,
    /^Invalid API key$/,
    (it) => it.call('users/ping', {}, { ...at, key: 'md-5tandinNobodyHasThisKe' }),
  ],
  [
    'ValidationError',
    -2,
    422,
    /^Validation error: \{"email":"An email address must contain a single @"\}$/,
    unknown('rejects/add', { email: 'nobody' }),
  ],
  [
    'PaymentRequired',
    10,
    402,
    /^Email scheduling is only available for accounts with a positive balance\.$/,
    (it) => it.call('messages/send', { ...letter(), send_at: '2026-02-01 00:00:00' }, at),
  ],
  [
    'RequestLimitExceeded',
    429,
    429,
    /^Too Many Requests attempted recently$/,
    async (it) => {
      for (let i = 0; i < 20; i++) await it.ok('messages/search', {}, at)
      return it.call('messages/search', {}, at)
    },
  ],
  [
    'ServiceUnavailable',
    -2,
    503,
    /^Service Temporarily Unavailable$/,
    (it) => {
      it.fault({ kind: 'status', status: 503 })
      return it.call('messages/search', {}, at)
    },
  ],
  [
    'GeneralError',
    -1,
    500,
    /^An unknown error occurred processing your request\. Please try again later\.$/,
    (it) => {
      it.fault({ kind: 'status', status: 500 })
      return it.call('users/info', {}, at)
    },
  ],
  ['Unknown_Template', 5, 404, /^No such template "MyTemplate"$/, unknown('templates/info', { name: 'MyTemplate' })],
  [
    'Invalid_Template',
    6,
    422,
    /^A template with name "MyTemplate" already exists$/,
    async (it) => {
      await it.ok('templates/add', { name: 'MyTemplate' })
      return it.call('templates/add', { name: 'MyTemplate' }, at)
    },
  ],
  [
    'Unknown_Subaccount',
    12,
    404,
    /^No subaccount exists with the id customer-123$/,
    (it) => it.call('messages/send', letter({ subaccount: 'customer-123' }), at),
  ],
  ['Unknown_Message', 11, 404, /^No message exists with the id nobody$/, unknown('messages/info', { id: 'nobody' })],
  ['Unknown_Sender', 2, 404, /^No such sender "a@b\.test"$/, unknown('senders/info', { address: 'a@b.test' })],
  ['Unknown_Domain', 8, 404, /^No such domain "b\.test"$/, unknown('senders/delete-domain', { domain: 'b.test' })],
  ['Unknown_Webhook', 3, 404, /^Unknown hook ID 15$/, unknown('webhooks/info', { id: 15 })],
  [
    'Invalid_Reject',
    4,
    404,
    /^Email address is not in the rejection list and is not invalid$/,
    unknown('rejects/delete', { email: 'a@b.test' }),
  ],
  ['Invalid_Tag_Name', 1, 400, /^no such tag "mytag"$/, unknown('tags/info', { tag: 'mytag' })],
  ['Unknown_Export', 9, 404, /^Unknown Export: abc123$/, unknown('exports/info', { id: 'abc123' })],
  ['Unknown_IP', 13, 404, /^No dedicated IP with address 127\.0\.0\.1$/, unknown('ips/info', { ip: '127.0.0.1' })],
  ['Unknown_Pool', 15, 404, /^No pool named main-pool$/, unknown('ips/pool-info', { pool: 'main-pool' })],
  [
    'Invalid_EmptyDefaultPool',
    16,
    400,
    /^You cannot remove the last IP from your default pool$/,
    async (it) => {
      await it.ok('ips/provision', {}, { version: '1.0' })
      const [{ ip }] = await it.ok('ips/list')
      return it.call('ips/set-pool', { ip, pool: 'other', create_pool: true }, at)
    },
  ],
  [
    'Invalid_DeleteDefaultPool',
    17,
    400,
    /^You cannot delete your default pool$/,
    unknown('ips/delete-pool', { pool: 'Main Pool' }),
  ],
  [
    'Invalid_CustomDNS',
    19,
    400,
    /not configured for use as the dedicated IP's custom reverse DNS/,
    async (it) => {
      await it.ok('ips/provision')
      const [{ ip }] = await it.ok('ips/list')
      return it.call('ips/set-custom-dns', { ip, domain: 'mail.invalid' }, at)
    },
  ],
  [
    'Unknown_TrackingDomain',
    21,
    404,
    /^No tracking domain exists with the name 'track\.b\.test'$/,
    unknown('urls/check-tracking-domain', { domain: 'track.b.test' }),
  ],
  [
    'Unknown_InboundRoute',
    22,
    404,
    /^No route exists with the id 1234$/,
    unknown('inbound/delete-route', { id: '1234' }),
  ],
  [
    'Unknown_InboundDomain',
    8,
    404,
    /^Unknown Inbound Domain: b\.test$/,
    unknown('inbound/routes', { domain: 'b.test' }),
  ],
  [
    'Unknown_MetadataField',
    24,
    404,
    /^Invalid metadata field name: group_id$/,
    unknown('metadata/delete', { name: 'group_id' }),
  ],
  [
    'Invalid_Verified_Domain',
    28,
    403,
    /^Cannot delete verified domain "example\.com" via API - please login to confirm deletion$/,
    unknown('senders/delete-domain', { domain: 'example.com' }),
  ],
  [
    'Invalid_Verified_TrackingDomain',
    29,
    403,
    /^Cannot delete verified tracking domain "t\.test" via API/,
    async (it) => {
      await it.ok('urls/add-tracking-domain', { domain: 't.test' })
      await it.ok('urls/check-tracking-domain', { domain: 't.test' })
      return it.call('urls/delete-tracking-domain', { domain: 't.test' }, at)
    },
  ],
  [
    'Invalid_Version',
    400,
    422,
    /^mc_template_version must be either "draft" or "published"$/,
    unknown('mctemplates/render', { mc_template_id: 1, mc_template_version: 'old' }),
  ],
  [
    'MC_Exception_InvalidTrackingDomain',
    400,
    400,
    /^'in valid' contains characters that violate RFC-5321$/,
    unknown('urls/add-tracking-domain', { domain: 'in valid' }),
  ],
]

test('every row of the table is reached below', () => {
  expect(new Set(ROWS.map(([name]) => name))).toEqual(new Set(Object.keys(ERROR_TABLE)))
})

test.each(ROWS)('%s is met as a user meets it', async (name, code, status, message, reach) => {
  const needsPlan = name.includes('IP') || name.includes('Pool') || name.includes('DNS')
  // Limits rest while the clock stands.
  const it = await account(needsPlan ? {} : { transactionalPlan: 'free' }, { frozen: name !== 'RequestLimitExceeded' })
  const told = await reach(it)
  expect(told.json).toEqual({ status: 'error', code, name, message: expect.stringMatching(message) })
  expect(told.status).toBe(status)
})

test('before 1.4 every error is a 500, and some codes were others', async () => {
  const { call } = await account()
  const wrong = await call('users/ping', {}, { key: 'md-5tandinNobodyHasThisKe', version: '1.3' })
  expect([wrong.status, wrong.json.code]).toEqual([500, -1])
  const missing = await call('messages/info.json', { id: 'nobody' })
  expect([missing.status, missing.json.code]).toEqual([500, 11])
  const empty = await call('messages/send', {})
  expect([empty.status, empty.json]).toEqual([
    500,
    { status: 'error', code: -1, name: 'ValidationError', message: 'You must specify a message value' },
  ])
  const nobody = await call('users/ping', {}, { key: null })
  expect(nobody.json).toEqual({
    status: 'error',
    code: -1,
    name: 'ValidationError',
    message: 'You must specify a key value',
  })
})

test.each([
  ['spec-1.4', '1.0', 404],
  ['legacy-500', '1.4', 500],
])('the setting errorProfile %s holds for every version', async (errorProfile, version, status) => {
  const { call } = await account({ errorProfile })
  expect((await call('messages/info', { id: 'nobody' }, { version })).status).toBe(status)
})

test('JSON is read whatever it is called, and a form too', async () => {
  const { call, form, keys } = await account()
  const headers = { 'content-type': 'application/x-www-form-urlencoded' }
  expect((await call('users/ping', {}, { headers })).json).toBe('PONG!')
  expect((await form('users/ping2', `key=${keys.real}`)).json).toEqual({ PING: 'PONG!' })
})

test('the key may stand in a header; a live one is refused, and nothing of it kept', async () => {
  const { call, keys, world } = await account()
  expect((await call('users/ping', {}, { key: null, headers: { 'x-mc-apikey': keys.real } })).json).toBe('PONG!')
  const live = `md-${'x'.repeat(22)}`
  expect((await call('users/ping', {}, { key: live })).json.name).toBe('Invalid_Key')
  expect(JSON.stringify(world.log.list({ limit: 10 }))).not.toContain(live)
})

test.each(['xml', 'php', 'yaml'])('an answer as %s is not simulated, and that is said', async (format) => {
  const { call } = await account()
  expect(await call(`users/ping.${format}`)).toMatchObject({ status: 501, json: { name: 'Standin_NotSimulated' } })
  expect((await call('users/ping.json')).json).toBe('PONG!')
})

test('what is no operation, and no JSON, is an error of this API', async () => {
  const { call, sandbox } = await account()
  expect((await call('messages/nothing')).json).toMatchObject({ status: 'error', name: 'Unknown_Method' })
  expect(sandbox.runtime('mailchimp')).toBeDefined()
})

test('values of the wrong kind are named by their place', async () => {
  const { call } = await account()
  const told = await call('messages/send', { message: { ...LETTER, to: 'ada@example.com', tags: [1] } })
  expect(told.json.name).toBe('ValidationError')
  expect(told.json.message).toContain('"message":{')
  expect(told.json.message).toContain('"to":"Please enter an array"')
})
