// A sync of people with Workday, built for the night on which things go wrong. For trying scenarios on.
import { setTimeout as sleep } from 'node:timers/promises'
import { bodyOf, changeJob, envelope, getWorkers, isOurs, readWorker } from '../workday.mjs'

const MOST_ATTEMPTS = 5
/** How often it is looked whether somebody has decided, before the next run. */
const MOST_LOOKS = 5

/**
 * @param {object} settings
 * @param {string} settings.url where Workday is
 * @param {string} settings.tenant
 * @param {{username: string, password: string}} settings.user
 * @param {{id: string, secret: string, refreshToken: string}} settings.client
 * @param {() => string} settings.today a day as 2026-01-31
 * @param {number} [settings.pause] before the first retry, in milliseconds
 */
export function createSync(settings) {
  return new Sync(new Workday(settings), settings)
}

class Sync {
  /** Events by worker id and title, for as long as they are not forgotten: what was denied is not sent again. */
  sent = new Map()

  constructor(workday, { today, pause = 200 }) {
    this.workday = workday
    this.today = today
    this.pause = pause
  }

  /** Gives an address to whoever has begun, and takes it from whoever has left. Nothing is written where a part is missing. */
  async run() {
    const workers = await this.workday.workers()
    const blind = workers.filter(({ employed }) => !employed)
    if (blind.length > 0)
      throw new Error(`Employment_Data is missing for ${blind.length} workers: look at the domains.`)
    for (const worker of presentOnes(workers)) {
      if (worker.active && !isOurs(worker.email)) await this.workday.setEmail(worker.wid, worker.address)
      if (worker.ended && !worker.active && isOurs(worker.email)) await this.workday.setEmail(worker.wid, undefined)
    }
  }

  /** Writes titles. Gives what became of each: `in progress`, `Denied`, or what was wrong. */
  async writeTitles(titles) {
    const became = []
    for (const { id, title } of titles) became.push(await this.writeTitle(id, title))
    return became
  }

  async writeTitle(id, title) {
    const key = `${id} ${title}`
    try {
      if (!this.sent.has(key)) this.sent.set(key, await this.workday.changeJob(id, title, this.today()))
    } catch (error) {
      if (!error.fault) throw error
      return error.message
    }
    for (let look = 0; look < MOST_LOOKS; look++) {
      const status = await this.workday.eventStatus(this.sent.get(key))
      if (status !== 'In Progress') return status
      await sleep(this.pause)
    }
    return 'In Progress'
  }
}

/** Of several workers with one id, who was a contractor and is employed: the one that counts. */
function presentOnes(workers) {
  const byId = new Map()
  for (const worker of workers) if (!byId.get(worker.id)?.active) byId.set(worker.id, worker)
  return [...byId.values()]
}

class Workday {
  token

  constructor({ url, tenant, user, client, pause = 200 }) {
    Object.assign(this, { url, tenant, user, client, pause })
  }

  async workers() {
    const all = []
    for (let page = 1, pages = 1; page <= pages; page++) {
      const { Get_Workers_Response: answer } = await this.soap('Human_Resources', getWorkers(page))
      pages = Number(answer.Response_Results.Total_Pages)
      all.push(...(answer.Response_Data?.Worker ?? []).map(readWorker))
    }
    return all
  }

  async changeJob(id, title, day) {
    const { Change_Job_Response: answer } = await this.soap('Staffing', changeJob(id, title, day))
    return answer.Event_Reference.ID.find((each) => each['@_type'] === 'WID')['#text']
  }

  async eventStatus(event) {
    return (await this.rest('GET', `businessProcess/v1/${this.tenant}/events/${event}`)).status.descriptor
  }

  async setEmail(wid, emailAddress) {
    const { id } = await this.rest(
      'POST',
      `staffing/v6/${this.tenant}/workers/${wid}/workContactInformationChanges`,
      {},
    )
    const change = `person/v4/${this.tenant}/workContactInformationChanges/${id}`
    const { data } = await this.rest('GET', `${change}/emailAddresses`)
    const [primary] = data.filter(({ usage }) => usage.primary)
    if (emailAddress) await this.rest('PATCH', `${change}/emailAddresses/${primary.id}`, { emailAddress })
    else await this.rest('DELETE', `${change}/emailAddresses/${primary.id}`)
    await this.rest('POST', `${change}/submit`, {})
  }

  /** @throws an error with `fault` for what is wrong with the request */
  async soap(service, content) {
    const path = `/ccx/service/${this.tenant}/${service}/v42.1`
    const headers = { 'content-type': 'text/xml' }
    const { response, text } = await this.ask(path, { method: 'POST', headers, body: envelope(this.user, content) })
    const body = bodyOf(text)
    if (body?.Fault) throw Object.assign(new Error(body.Fault.faultstring), { fault: body.Fault.faultcode })
    if (!response.ok || !body) throw new Error(`Workday answered ${response.status}, and no envelope.`)
    return body
  }

  async rest(method, path, body) {
    this.token ??= await this.newToken()
    const once = () =>
      this.ask(`/ccx/api/${path}`, {
        method,
        headers: { authorization: `Bearer ${this.token}`, 'content-type': 'application/json' },
        ...(body && { body: JSON.stringify(body) }),
      })
    let { response, text } = await once()
    if (response.status === 401) {
      this.token = await this.newToken()
      ;({ response, text } = await once())
    }
    if (!response.ok) throw new Error(`${method} ${path.split('/')[0]}: ${response.status}`)
    return text ? JSON.parse(text) : {}
  }

  async newToken() {
    const form = {
      grant_type: 'refresh_token',
      refresh_token: this.client.refreshToken,
      client_id: this.client.id,
      client_secret: this.client.secret,
    }
    const { text } = await this.ask(`/ccx/oauth2/${this.tenant}/token`, {
      method: 'POST',
      body: new URLSearchParams(form),
    })
    return JSON.parse(text).access_token
  }

  /** Waits and asks again where Workday is busy or down; a fault is neither. */
  async ask(path, init) {
    for (let attempt = 1; ; attempt++) {
      const response = await fetch(this.url + path, init)
      const text = await response.text()
      const passing = response.status === 429 || response.status === 503
      if (!passing || attempt === MOST_ATTEMPTS) return { response, text }
      const told = Number(response.headers.get('retry-after')) * 1000
      await sleep(told > 0 ? told : this.pause * 2 ** (attempt - 1))
    }
  }
}
