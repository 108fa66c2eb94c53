import jsforce from 'jsforce'
import { logInWithCode, signedAssertion } from './logins.js'

/** What one step showed: an answer's telling fields, or the error that jsforce threw. */
export type Seen = Readonly<Record<string, unknown>>

type Environment = Readonly<Record<string, string | undefined>>
type Connection = InstanceType<typeof jsforce.Connection>
type Note = (step: string, act: () => PromiseLike<unknown>) => Promise<void>

/** What the org of the suite has beside the standard objects. */
export const OBJECTS = {
  Account: { fields: { Ext__c: { type: 'string', length: 40, externalId: true } } },
  UpsertTable__c: { label: 'Upsert Table', fields: { ExtId__c: { type: 'string', length: 40, externalId: true } } },
}

const POLLING = { pollInterval: 50, pollTimeout: 15_000 }

/**
 * An integration in small, through jsforce as it is. Every door plays it in a world of the same seed and with the clock started at
 * the same moment, so that all must see the same, ids included.
 */
export async function play(env: Environment): Promise<readonly Seen[]> {
  const seen: Seen[] = []
  const note: Note = async (step, act) => {
    seen.push({ step, ...(await act().then(plain, failure)) })
  }
  const connection = new jsforce.Connection({
    instanceUrl: env.SF_INSTANCE_URL ?? '',
    accessToken: env.SF_ACCESS_TOKEN ?? '',
    version: '59.0',
  })
  await records(connection, note)
  await collections(connection, note)
  await queries(connection, note)
  await bulk(connection, note)
  await descriptions(connection, note)
  await logins(env, note)
  return seen
}

async function records(connection: Connection, note: Note): Promise<void> {
  const accounts = connection.sobject('Account')
  let id = ''
  await note('create', async () => {
    const made = await accounts.create({ Name: 'Acme', BillingCity: 'Berlin', NumberOfEmployees: 7 })
    id = made.id ?? ''
    return made
  })
  await note('retrieve', () => accounts.retrieve(id))
  await note('update', () => accounts.update({ Id: id, Phone: '1' }))
  await note('a field is missing', () => accounts.create({ Phone: '1' }))
  await note('a field is unknown', () => accounts.create({ Name: 'A', Colour: 'red' }))
  await note('destroy', () => accounts.destroy(id))
  await note('it is gone', () => accounts.retrieve(id))
  const table = connection.sobject('UpsertTable__c')
  await note('upsert creates', () => table.upsert({ Name: 'One', ExtId__c: 'U-1' }, 'ExtId__c'))
  await note('upsert updates', () => table.upsert({ Name: 'Two', ExtId__c: 'U-1' }, 'ExtId__c'))
  await note('another of the same external id', () => table.create({ Name: 'Three', ExtId__c: 'U-1' }))
  await note('upsert finds two', () => table.upsert({ Name: 'Four', ExtId__c: 'U-1' }, 'ExtId__c'))
}

async function collections(connection: Connection, note: Note): Promise<void> {
  const accounts = connection.sobject('Account')
  await note('some', () => accounts.create([{ Name: 'A' }, { Phone: '1' }, { Name: 'B' }]))
  await note('all or none', () => accounts.create([{ Name: 'C' }, { Phone: '1' }], { allOrNone: true }))
  await note('upsert many', () => accounts.upsert([{ Ext__c: 'c-1', Name: 'X' }, { Ext__c: 'c-2' }], 'Ext__c'))
  await note('composite', () =>
    connection.requestPost('/services/data/v59.0/composite', {
      allOrNone: true,
      compositeRequest: [
        { method: 'POST', url: '/services/data/v59.0/sobjects/Account', referenceId: 'a', body: { Name: 'Both' } },
        {
          method: 'POST',
          url: '/services/data/v59.0/sobjects/Contact',
          referenceId: 'c',
          body: { LastName: 'Lovelace', AccountId: '@{a.id}' },
        },
      ],
    }),
  )
}

async function queries(connection: Connection, note: Note): Promise<void> {
  const { id: parent = '' } = await connection.sobject('Account').create({ Name: 'Paged' })
  const people = Array.from({ length: 401 }, (_, i) => ({ LastName: `P ${1000 + i}`, AccountId: parent }))
  await connection.sobject('Contact').create(people, { allowRecursive: true })
  const soql = `SELECT Id, LastName, Account.Name FROM Contact WHERE AccountId = '${parent}' ORDER BY LastName`
  const headers = { 'Sforce-Query-Options': 'batchSize=200' }
  await note('a page', async () => {
    const { totalSize, done, records: rows } = await connection.query(soql, { headers })
    return { totalSize, done, first: rows[0], length: rows.length }
  })
  await note('all pages', async () => {
    const { records: rows } = await connection.query(soql, { headers, autoFetch: true, maxFetch: 1000 })
    return { length: rows.length, last: rows.at(-1) }
  })
  await note('children', () =>
    connection.query(`SELECT Name, (SELECT LastName FROM Contacts LIMIT 2) FROM Account WHERE Id = '${parent}'`),
  )
  await note('aggregates', () => connection.query('SELECT AccountId, COUNT(Id) n FROM Contact GROUP BY AccountId'))
  await note('a column is unknown', () => connection.query('SELECT Foo FROM Account'))
}

async function bulk(connection: Connection, note: Note): Promise<void> {
  const input = [{ Name: 'Bulk 1' }, { Name: 'Bulk "2"\nof two lines' }, { Name: '' }]
  await note('bulk load', () =>
    connection.bulk2.loadAndWaitForResults({ object: 'Account', operation: 'insert', input, ...POLLING }),
  )
  await note('bulk query', async () => {
    const soql = "SELECT Id, Name FROM Account WHERE Name LIKE 'Bulk%' ORDER BY Name"
    return { rows: await (await connection.bulk2.query(soql, POLLING)).toArray() }
  })
}

async function descriptions(connection: Connection, note: Note): Promise<void> {
  await note('describe global', async () => {
    const { sobjects } = await connection.describeGlobal()
    return { names: sobjects.map(({ name }) => name) }
  })
  await note('describe', () => connection.sobject('Opportunity').describe())
  await note('recent', async () => ({ rows: await connection.recent(3) }))
  await note('limits', async () => ({
    daily: (await connection.limits()).DailyApiRequests?.Max,
    info: connection.limitInfo?.apiUsage?.limit,
  }))
  await note('identity', () => connection.identity())
}

async function logins(env: Environment, note: Note): Promise<void> {
  const client = { loginUrl: env.SF_LOGIN_URL ?? '', clientId: env.SF_CLIENT_ID ?? '' }
  const oauth2 = { ...client, clientSecret: env.SF_CLIENT_SECRET ?? '', redirectUri: 'http://localhost:3000/callback' }
  const connected = async (log: (connection: Connection) => Promise<unknown>) => {
    const connection = new jsforce.Connection({ oauth2, instanceUrl: oauth2.loginUrl, version: '59.0' })
    await log(connection)
    const { records: rows } = await connection.query('SELECT Id, Name FROM Organization')
    return { rows, instanceUrl: connection.instanceUrl }
  }
  await note('client credentials', () => connected((it) => it.authorize({ grant_type: 'client_credentials' })))
  await note('user name and password', () => connected((it) => it.login(env.SF_USERNAME ?? '', env.SF_PASSWORD ?? '')))
  await note('a wrong password', () => connected((it) => it.login(env.SF_USERNAME ?? '', 'wrong')))
  await note('an assertion', () =>
    connected((it) =>
      it.authorize({
        grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
        assertion: signedAssertion(env),
      }),
    ),
  )
  await note('a code with PKCE, then a refresh token', async () => {
    const it = new jsforce.OAuth2({ ...oauth2, useVerifier: true })
    const code = await logInWithCode(it.getAuthorizationUrl({ scope: 'api id refresh_token' }), env)
    const tokens = await it.requestToken(code)
    const renewed = await it.refreshToken(tokens.refresh_token ?? '')
    await it.revokeToken(tokens.refresh_token ?? '')
    const again = await it.refreshToken(tokens.refresh_token ?? '').catch(({ name }: Error) => name)
    return { scope: tokens.scope, renewed: renewed.access_token !== tokens.access_token, again }
  })
}

function plain(answer: unknown): Seen {
  return { answer: JSON.parse(JSON.stringify(answer)) as unknown }
}

function failure(error: Error & { errorCode?: string; content?: unknown; data?: unknown }): Seen {
  const { name, message, errorCode, content } = error
  return { name, message, errorCode, content }
}

/** The same whatever the door: where the org is depends on how the client came in, and its clock has run. */
export function comparable(seen: readonly Seen[]): unknown {
  const text = JSON.stringify(seen)
    .replaceAll(/https?:\/\/(?:127\.0\.0\.1|localhost|[\w-]+\.my\.salesforce\.com)(?::\d+)?/g, 'https://org')
    .replaceAll(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}(?:\+0000|Z)/g, 'a time')
  return JSON.parse(text)
}
