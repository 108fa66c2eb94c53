import { createHash } from 'node:crypto'
import { mailchimp } from '../mocks/mailchimp/index.js'
import type { MailchimpWorld } from '../mocks/mailchimp/world.js'
import type { Reply } from '../src/engine/exchange.js'
import { Sandbox } from '../src/engine/sandbox.js'
import { median } from './median.js'

/** Two bars: a batch of 10,000 upserts in under 3 s; page 1,000 of 500,000 members at the price of page 1, within twice. */
const UPSERTS = 10_000
const MEMBERS = 500_000
const PAGE = 500
const HOST = 'us6.api.mailchimp.com'

const sandbox = await Sandbox.create({ vendors: [mailchimp], limits: false })
const runtime = sandbox.runtime('mailchimp')
const key = runtime
  ? runtime.definition.credentials.list(sandbox.defaultWorld.view(runtime, '')).find(({ label }) => label === 'API key')
  : undefined
const authorization = `Basic ${Buffer.from(`any:${key?.value}`).toString('base64')}`

async function ask(method: string, target: string, body?: object): Promise<Record<string, unknown>> {
  const text = body === undefined ? '' : JSON.stringify(body)
  const headers = { host: HOST, authorization, 'content-type': 'application/json' }
  const outcome = await sandbox.handle({ method, target, host: HOST, headers, secure: true, body: Buffer.from(text) })
  const { status, body: said } = outcome as Reply
  if (status >= 300) throw new Error(`${method} ${target}: ${status} ${String(said)}`)
  return typeof said === 'string' && said !== '' ? (JSON.parse(said) as Record<string, unknown>) : {}
}

async function newList(): Promise<string> {
  const contact = { company: 'Acme', address1: '1 Road', city: 'Town', country: 'US' }
  const campaign_defaults = { from_name: 'Acme', from_email: 'acme@acme.test', subject: '', language: 'en' }
  const body = { name: 'Bench', permission_reminder: '-', email_type_option: true, contact, campaign_defaults }
  return String((await ask('POST', '/3.0/lists', body)).id)
}

const hashOf = (email: string) => createHash('md5').update(email).digest('hex')

/** Seconds of wall time, and of the processor: other work on the machine counts in the first only. */
async function batch(): Promise<[wall: number, cpu: number]> {
  const list = await newList()
  const operations = Array.from({ length: UPSERTS }, (_, i) => {
    const email = `member${i}@bench.test`
    const merge_fields = { FNAME: `Member ${i}` }
    const body = JSON.stringify({ email_address: email, status_if_new: 'subscribed', merge_fields })
    return { method: 'PUT', path: `/lists/${list}/members/${hashOf(email)}`, body }
  })
  const start = performance.now()
  const cpu = process.cpuUsage()
  const { id } = await ask('POST', '/3.0/batches', { operations })
  for (;;) {
    const { status, errored_operations: errored } = await ask('GET', `/3.0/batches/${id}`)
    if (status === 'finished' && errored === 0) {
      const { user, system } = process.cpuUsage(cpu)
      return [(performance.now() - start) / 1000, (user + system) / 1e6]
    }
    if (status === 'finished') throw new Error(`${errored} operations failed`)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

/** Copies the one member there is: putting in so many by requests is not what is measured. */
function fill(list: string): void {
  if (!runtime) return
  const world = sandbox.defaultWorld
  const { members } = world.view<MailchimpWorld>(runtime, '')
  const [first] = members.where('parent', list)
  world.transact('fill', undefined, () => {
    for (let i = 1; first && i < MEMBERS; i++) {
      const email = `m${i}@bench.test`
      const hash = hashOf(email)
      members.insert({ ...first, id: `${list}/${hash}`, hash, email, uniqueEmailId: hash.slice(0, 10) })
    }
  })
}

async function pages(): Promise<[first: number, thousandth: number]> {
  const list = await newList()
  await ask('POST', `/3.0/lists/${list}/members`, { email_address: 'm0@bench.test', status: 'subscribed' })
  fill(list)
  const time = async (offset: number) => {
    const times: number[] = []
    for (let i = 0; i < 9; i++) {
      const start = performance.now()
      await ask('GET', `/3.0/lists/${list}/members?count=${PAGE}&offset=${offset}`)
      times.push(performance.now() - start)
    }
    return median(times)
  }
  await time(0)
  return [await time(0), await time(999 * PAGE)]
}

const [wall, cpu] = await batch()
process.stdout.write(`a batch of ${UPSERTS} upserts: ${wall.toFixed(2)} s, of the processor ${cpu.toFixed(2)} s\n`)
if (!process.argv.includes('--batch')) {
  const [first, thousandth] = await pages()
  const ratio = (thousandth / first).toFixed(2)
  process.stdout.write(
    `${MEMBERS} members, ${PAGE} a page: page 1 in ${first.toFixed(1)} ms, page 1,000 in ${thousandth.toFixed(1)} ms (${ratio})\n`,
  )
}
sandbox.close()
