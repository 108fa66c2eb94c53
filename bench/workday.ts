/**
 * How fast a tenant of 50,000 workers answers, in process: `npx jiti bench/workday.ts`. Medians of the processor's time, so that other
 * load on the machine counts little; reading the request, answering and writing out are all counted. Given also just after a change,
 * when what was derived from the workers is made anew.
 */

import { workday } from '../mocks/workday/vendor.js'
import type { WorkdayWorld } from '../mocks/workday/world.js'
import type { Outcome } from '../src/engine/exchange.js'
import { Sandbox } from '../src/engine/sandbox.js'
import { median } from './median.js'

const WORKERS = 50_000
const HOST = 'wd2-impl-services1.workday.com'

const filling = performance.now()
const sandbox = await Sandbox.create({
  vendors: [workday],
  frozen: true,
  at: Date.UTC(2026, 10, 24, 12),
  fixtures: true,
  limits: false,
  settings: { workday: { workers: WORKERS } },
})
const runtime = sandbox.runtime('workday')
if (!runtime) throw new Error('No Workday.')
const world = sandbox.defaultWorld.view<WorkdayWorld>(runtime, '')
const list = runtime.definition.credentials.list(world)
const of = (variable: string) => list.find((each) => each.variable === variable)?.value ?? ''
const tenant = of('WORKDAY_TENANT')
console.log(`filled in ${Math.round(performance.now() - filling)} ms: ${world.workers.size} workers`)

const rest = (path: string) => send('GET', `/ccx/api/${path.replace('TENANT', tenant)}`)
const changes = () => {
  const worker = world.workers.oldest
  if (worker) sandbox.defaultWorld.transact('bench', undefined, () => world.workers.put({ ...worker }))
}

await measure('REST list of 100', 20, (i) => rest(`staffing/v6/TENANT/workers?limit=100&offset=${i * 100}`))
await measure('REST list of 100, after a change', 20, (i) => {
  changes()
  return rest(`staffing/v6/TENANT/workers?limit=100&offset=${i * 100}`)
})
await measure('REST search by name', undefined, () => rest('staffing/v6/TENANT/workers?limit=100&search=ashdown'))
await measure('REST jobs of 100', undefined, (i) => rest(`staffing/v6/TENANT/jobs?limit=100&offset=${i * 100}`))
await measure('Get_Workers page of 100, three groups', 150, (i) => getWorkers(i + 1))
await measure('WQL scan, WHERE and ORDER BY', 200, (i) => {
  const query = `SELECT worker, businessTitle FROM allWorkers WHERE employeeID != '${i}' ORDER BY businessTitle LIMIT 100`
  return rest(`wql/v1/TENANT/data?query=${encodeURIComponent(query)}`)
})
sandbox.close()

function getWorkers(page: number): Promise<Outcome> {
  const groups = ['Reference', 'Personal_Information', 'Employment_Information', 'Organizations']
  const body = `<env:Envelope xmlns:env="http://schemas.xmlsoap.org/soap/envelope/" xmlns:wd="urn:com.workday/bsvc"><env:Header><wsse:Security xmlns:wsse="http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd"><wsse:UsernameToken><wsse:Username>${of('WORKDAY_USERNAME')}</wsse:Username><wsse:Password>${of('WORKDAY_PASSWORD')}</wsse:Password></wsse:UsernameToken></wsse:Security></env:Header><env:Body><wd:Get_Workers_Request wd:version="v42.1"><wd:Response_Filter><wd:Page>${page}</wd:Page><wd:Count>100</wd:Count></wd:Response_Filter><wd:Response_Group>${groups.map((group) => `<wd:Include_${group}>true</wd:Include_${group}>`).join('')}</wd:Response_Group></wd:Get_Workers_Request></env:Body></env:Envelope>`
  return send('POST', `/ccx/service/${tenant}/Human_Resources/v42.1`, body)
}

function send(method: string, target: string, text = ''): Promise<Outcome> {
  const type = text === '' ? {} : { 'content-type': 'text/xml' }
  const authorization = text === '' ? { authorization: `Bearer ${of('WORKDAY_ACCESS_TOKEN')}` } : {}
  const headers = { host: HOST, ...type, ...authorization }
  return sandbox.handle({ method, target, host: HOST, headers, body: Buffer.from(text), secure: true })
}

/** Milliseconds of the processor: the median of thirty, each other than the one before. */
async function measure(name: string, bar: number | undefined, call: (i: number) => Promise<Outcome>): Promise<void> {
  const spent: number[] = []
  for (let i = 0; i < 42; i++) {
    const before = process.cpuUsage()
    const outcome = await call(i)
    const { user, system } = process.cpuUsage(before)
    if (outcome.kind !== 'reply' || outcome.status !== 200) throw new Error(`${name}: ${JSON.stringify(outcome)}`)
    // The first find nothing compiled.
    if (i > 11) spent.push((user + system) / 1000)
  }
  const took = median(spent)
  const verdict = bar === undefined ? '' : `, bar ${bar} ms: ${took < bar ? 'met' : 'MISSED'}`
  console.log(`${name}: ${took.toFixed(1)} ms${verdict}`)
}
