import { createHmac } from 'node:crypto'
import { expect, test } from 'vitest'
import { addOutboundMessage } from '../../../../mocks/salesforce/outbound-messages/outbound-message.js'
import type { DeliveryAnswer, DeliveryRequest } from '../../../../src/engine/events/delivery.js'
import { org } from '../support/org.js'

const ACK = `<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/"><soapenv:Body><notificationsResponse xmlns="http://soap.sforce.com/2005/09/outbound"><Ack>true</Ack></notificationsResponse></soapenv:Body></soapenv:Envelope>`
const NACK = ACK.replace('true', 'false')
const url = 'http://127.0.0.1:9/outbound'
const MINUTE = 60_000

/** An org whose messages go to a listener that answers in turn; the last answer goes on. */
async function listening(answers: string[], message: Record<string, unknown> = {}) {
  const got: DeliveryRequest[] = []
  const transport = async (request: DeliveryRequest): Promise<DeliveryAnswer> => {
    got.push(request)
    return { status: 200, body: answers[Math.min(got.length, answers.length) - 1] ?? ACK }
  }
  const acme = await org({}, { transport })
  acme.change((view) => addOutboundMessage(view, { object: 'Account', url, fields: ['Name', 'Phone'], ...message }))
  const create = async (name: string) =>
    (await acme.send('/services/data/v59.0/sobjects/Account', { method: 'POST', json: { Name: name, Phone: '1 < 2' } }))
      .json.id
  return { acme, got, create }
}

test('a saved record is told as SOAP, unsigned, and an Ack ends it', async () => {
  const { acme, got, create } = await listening([ACK])
  const id = await create('Acme & Söhne')
  await acme.wait(24 * 60 * MINUTE)
  expect(got).toHaveLength(1)
  const [request] = got
  expect(request?.body).toContain(`<OrganizationId>${acme.view.oauth.org.organization}</OrganizationId>`)
  expect(request?.body).toMatch(/<ActionId>04k\w{15}<\/ActionId><SessionId xsi:nil="true"\/>/)
  expect(request?.body).toContain(
    `<sObject xsi:type="sf:Account" xmlns:sf="urn:sobject.enterprise.soap.sforce.com"><sf:Id>${id}</sf:Id><sf:Name>Acme &amp; Söhne</sf:Name><sf:Phone>1 &lt; 2</sf:Phone></sObject>`,
  )
  expect(Object.keys(request?.headers ?? {}).filter((name) => /signature|authorization/i.test(name))).toEqual([])
})

test('without an Ack it is told again, ever later, for a day; with the record as it is by then', async () => {
  const { acme, got, create } = await listening([NACK], { on: 'create' })
  const id = await create('Before')
  await acme.wait(14_000)
  expect(got).toHaveLength(1)
  await acme.send(`/services/data/v59.0/sobjects/Account/${id}`, { method: 'PATCH', json: { Name: 'After' } })
  await acme.wait(1000)
  expect(got[1]?.body).toContain('<sf:Name>After</sf:Name>')
  await acme.wait(30_000)
  expect(got).toHaveLength(3)
  await acme.wait(30 * 60 * MINUTE)
  const all = got.length
  expect(all).toBeGreaterThan(15)
  await acme.wait(30 * 60 * MINUTE)
  expect(got).toHaveLength(all)
})

test('what one transaction saves goes out together, a hundred records at most in a POST', async () => {
  const { acme, got } = await listening([ACK])
  const records = Array.from({ length: 150 }, (_, i) => ({ attributes: { type: 'Account' }, Name: `A${i}` }))
  await acme.send('/services/data/v59.0/composite/sobjects', { method: 'POST', json: { records } })
  await acme.wait(MINUTE)
  expect(got.map(({ body }) => body.match(/<Notification>/g)?.length)).toEqual([100, 50])
})

test('a message for updates is not sent for a new record, and one that is off not at all', async () => {
  const { acme, got, create } = await listening([ACK], { on: 'update' })
  const id = await create('A')
  await acme.wait(MINUTE)
  expect(got).toHaveLength(0)
  await acme.send(`/services/data/v59.0/sobjects/Account/${id}`, { method: 'PATCH', json: { Name: 'B' } })
  await acme.wait(MINUTE)
  expect(got).toHaveLength(1)
})

test('what is rolled back is not told', async () => {
  const { acme, got } = await listening([ACK])
  const records = [{ attributes: { type: 'Account' }, Name: 'A' }, { attributes: { type: 'Account' } }]
  await acme.send('/services/data/v59.0/composite/sobjects', { method: 'POST', json: { allOrNone: true, records } })
  await acme.wait(MINUTE)
  expect(got).toHaveLength(0)
})

test('a session id comes along where the message says so, and works', async () => {
  const { acme, got, create } = await listening([ACK], { includeSessionId: true })
  await create('A')
  await acme.wait(1000)
  const token = /<SessionId>([^<]+)</.exec(got[0]?.body ?? '')?.[1] ?? ''
  expect((await acme.send('/services/data/v59.0/limits', { token })).status).toBe(200)
})

test('the header that signs is the sandbox its own, off unless asked for, and says so', async () => {
  const { acme, got, create } = await listening([ACK], { sandboxSecret: 's3cret' })
  await create('A')
  await acme.wait(1000)
  const { headers, body } = got[0] ?? { headers: {} as Record<string, string>, body: '' }
  expect(headers['X-Standin-Signature']).toBe(`sha256=${createHmac('sha256', 's3cret').update(body).digest('hex')}`)
  expect(headers['X-Standin-Note']).toContain('sandbox only')
})
