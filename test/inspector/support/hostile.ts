import { createServer } from 'node:http'
import type { Inspected } from './inspected.js'

/** What would run, load or say something, if any page took it for more than text. */
export const PAYLOAD = `"><img src=x onerror="alert(1)"><script>window.ran=1;fetch('http://elsewhere.test/')</script><svg/onload=alert(2)>`
/** Characters that hide others: a line that turns round, a null, an escape. */
export const UNSEEN = 'a\u202eb\u0007c\u001b[31m'
const HUGE = 'x'.repeat(200_000)

type Send = (method: string, path: string, body: string, headers?: Record<string, string>) => Promise<number>

/** Every vendor is asked for hostile things, in path, query, header and body; some of them are kept. */
export async function plant(sandbox: Inspected): Promise<{ close(): void }> {
  const { environment: env } = await sandbox.api<{ environment: Record<string, string> }>(
    'GET',
    '/worlds/default/credentials',
  )
  const hook = await hostileReceiver()
  await sandbox.api('POST', '/worlds/default/webhooks', { vendor: 'stripe', url: `${hook.url}/?q="><b>` })
  for (const vendor of ['stripe', 'mailchimp', 'salesforce', 'workday']) {
    const send = sender(sandbox.doorOf(vendor), authorization(vendor, env))
    await PLANTED[vendor]?.(send, env)
    // Nothing that any vendor has, and so answered with what was asked for.
    await send(
      'GET',
      `/${encodeURIComponent(PAYLOAD)}?q=${encodeURIComponent(PAYLOAD)}&u=${encodeURIComponent(UNSEEN)}`,
      '',
    )
    await send('POST', `/${vendor}/huge`, JSON.stringify({ huge: HUGE, PAYLOAD }))
  }
  await sandbox.api('POST', '/worlds/default/faults', {
    name: PAYLOAD + UNSEEN,
    when: { vendor: 'stripe', body: { name: PAYLOAD } },
    effect: { kind: 'delay', milliseconds: 1 },
  })
  await sandbox.sandbox.settled()
  return hook
}

const PLANTED: Readonly<Record<string, (send: Send, env: Record<string, string>) => Promise<void>>> = {
  stripe: async (send) => {
    const form = { 'content-type': 'application/x-www-form-urlencoded' }
    const fields = { name: PAYLOAD, description: UNSEEN + PAYLOAD, 'metadata[k]': PAYLOAD, email: 'ada@example.com' }
    ok(await send('POST', '/v1/customers', new URLSearchParams(fields).toString(), form))
    await send('POST', '/v1/customers', new URLSearchParams({ [PAYLOAD]: PAYLOAD }).toString(), form)
  },
  mailchimp: async (send, env) => {
    const contact = { company: PAYLOAD, address1: PAYLOAD, city: 'a', state: 'b', zip: '1', country: 'US' }
    const defaults = { from_name: PAYLOAD, from_email: 'ada@example.com', subject: PAYLOAD, language: 'en' }
    const list = {
      name: PAYLOAD,
      contact,
      permission_reminder: PAYLOAD,
      campaign_defaults: defaults,
      email_type_option: true,
    }
    ok(await send('POST', '/3.0/lists', JSON.stringify(list)))
    const message = { from_email: 'a@example.com', subject: PAYLOAD, html: PAYLOAD, to: [{ email: 'b@example.com' }] }
    ok(await send('POST', '/api/1.0/messages/send.json', JSON.stringify({ key: env.MANDRILL_API_KEY, message })))
  },
  salesforce: async (send) => {
    ok(
      await send(
        'POST',
        '/services/data/v59.0/sobjects/Account',
        JSON.stringify({ Name: PAYLOAD, Description: UNSEEN }),
      ),
    )
    await send('GET', `/services/data/v59.0/query?q=${encodeURIComponent(`SELECT ${PAYLOAD} FROM Account`)}`, '')
  },
  workday: async (send, env) => {
    await send('GET', `/ccx/api/staffing/v6/${env.WORKDAY_TENANT}/workers?search=${encodeURIComponent(PAYLOAD)}`, '')
    const soap = `<env:Envelope xmlns:env="http://schemas.xmlsoap.org/soap/envelope/"><env:Body><x>${PAYLOAD}</x></env:Body></env:Envelope>`
    await send('POST', `/ccx/service/${env.WORKDAY_TENANT}/Human_Resources/v44.0`, soap, { 'content-type': 'text/xml' })
  },
}

function ok(status: number): void {
  if (status >= 300) throw new Error(`What was to be planted was refused with ${status}.`)
}

function authorization(vendor: string, env: Record<string, string>): string {
  const keys: Record<string, string | undefined> = {
    stripe: env.STRIPE_SECRET_KEY,
    mailchimp: env.MAILCHIMP_API_KEY,
    salesforce: env.SF_ACCESS_TOKEN,
    workday: env.WORKDAY_ACCESS_TOKEN,
  }
  return `Bearer ${keys[vendor]}`
}

function sender(url: string, authorization: string): Send {
  return async (method, path, body, headers = { 'content-type': 'application/json' }) => {
    const sent = { authorization, 'x-hostile': '"><script>window.ran=2</script>', ...headers }
    const response = await fetch(`${url}${path}`, { method, headers: sent, ...(method !== 'GET' && { body }) })
    await response.arrayBuffer()
    return response.status
  }
}

/** An endpoint that answers with a page of its own. */
async function hostileReceiver() {
  const server = createServer((request, response) => {
    request.resume()
    response.writeHead(500, { 'content-type': 'text/html' })
    response.end(PAYLOAD)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as { port: number }
  return { url: `http://127.0.0.1:${port}`, close: () => void server.close() }
}
