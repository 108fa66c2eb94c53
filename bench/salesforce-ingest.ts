/**
 * How fast a bulk job takes in 100,000 rows, in process, and what it does to memory: `npx jiti bench/salesforce-ingest.ts [rows]`.
 * Rows per second of CPU time are told too: they stay true beside other load.
 */
import { salesforce } from '../mocks/salesforce/vendor.js'
import type { SalesforceWorld } from '../mocks/salesforce/world.js'
import { Sandbox } from '../src/engine/sandbox.js'

const ROWS = Number(process.argv[2] ?? 100_000)
const base = '/services/data/v59.0/jobs/ingest'
const sandbox = await Sandbox.create({ vendors: [salesforce], frozen: true, at: Date.UTC(2026, 1, 15), limits: false })
const runtime = sandbox.runtime('salesforce')
if (!runtime) throw new Error('No Salesforce.')
const world = sandbox.defaultWorld
const view = world.view<SalesforceWorld>(runtime, '')
const token = salesforce.credentials.list(view).find(({ variable }) => variable === 'SF_ACCESS_TOKEN')?.value ?? ''

await ingest(1000, 'warm-up')
await ingest(ROWS, 'insert')
sandbox.close()

async function ingest(rows: number, name: string): Promise<void> {
  const { id } = JSON.parse(await send('POST', base, 'application/json', '{"object":"Account","operation":"insert"}'))
  await send('PUT', `${base}/${id}/batches`, 'text/csv', csvOf(rows, name))
  await send('PATCH', `${base}/${id}`, 'application/json', '{"state":"UploadComplete"}')
  globalThis.gc?.()
  const heap = process.memoryUsage().heapUsed
  const cpu = process.cpuUsage()
  const start = performance.now()
  await world.scheduler.advanceTo(world.clock.now() + 60_000)
  const ms = performance.now() - start
  const { user, system } = process.cpuUsage(cpu)
  const seconds = (user + system) / 1_000_000
  globalThis.gc?.()
  const grown = (process.memoryUsage().heapUsed - heap) / rows
  const job = JSON.parse(await send('GET', `${base}/${id}`, '', ''))
  if (job.state !== 'JobComplete' || job.numberRecordsProcessed !== rows) throw new Error(JSON.stringify(job))
  const rate = (time: number) => `${Math.round(rows / time).toLocaleString('en')} rows/s`
  console.log(`${name}: ${rows} rows in ${Math.round(ms)} ms, ${rate(ms / 1000)}; of CPU time ${rate(seconds)}`)
  console.log(
    `  failed ${job.numberRecordsFailed}; heap grew by ${Math.round(grown)} bytes a row${globalThis.gc ? '' : ' (without --expose-gc: not collected)'}`,
  )
}

function csvOf(rows: number, name: string): string {
  let text = 'Name,Phone,BillingCity,NumberOfEmployees,AnnualRevenue,Description\n'
  for (let i = 0; i < rows; i++)
    text += `"${name} ${i}",+49 30 ${i},Berlin,${i % 1000},${i * 10}.5,"A company, of ${i}"\n`
  return text
}

async function send(method: string, target: string, type: string, body: string): Promise<string> {
  const outcome = await sandbox.handle({
    method,
    target,
    host: 'localhost',
    vendor: 'salesforce',
    secure: true,
    headers: { host: 'localhost', authorization: `Bearer ${token}`, ...(type && { 'content-type': type }) },
    body: Buffer.from(body),
  })
  if (outcome.kind !== 'reply' || outcome.status >= 400) throw new Error(`${method} ${target} failed.`)
  return String(outcome.body)
}
