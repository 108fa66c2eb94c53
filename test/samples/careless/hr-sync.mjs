// The same sync, as it is written where nobody has seen Workday on a bad night.
import { bodyOf, changeJob, envelope, getWorkers, isOurs, readWorker } from '../workday.mjs'

/** The settings are those of the careful one. */
export function createSync(settings) {
  return new Sync(settings)
}

class Sync {
  token

  constructor({ url, tenant, user, client, today }) {
    Object.assign(this, { url, tenant, user, client, today })
  }

  async run() {
    const { Get_Workers_Response: answer } = await this.soap('Human_Resources', getWorkers(1))
    const seen = new Set()
    for (const worker of answer.Response_Data.Worker.map(readWorker)) {
      if (seen.has(worker.id)) continue
      seen.add(worker.id)
      // Who has no job has left.
      const gone = !worker.employed || worker.ended
      if (gone) await this.setEmail(worker.wid, undefined)
      else if (!isOurs(worker.email)) await this.setEmail(worker.wid, worker.address)
    }
  }

  async writeTitles(titles) {
    for (const { id, title } of titles) await this.soap('Staffing', changeJob(id, title, this.today()))
    return titles.map(() => 'done')
  }

  async setEmail(wid, emailAddress) {
    const { id } = await this.rest(
      'POST',
      `staffing/v6/${this.tenant}/workers/${wid}/workContactInformationChanges`,
      {},
    )
    const change = `person/v4/${this.tenant}/workContactInformationChanges/${id}`
    const { data } = await this.rest('GET', `${change}/emailAddresses`)
    for (const piece of data) {
      if (emailAddress) await this.rest('PATCH', `${change}/emailAddresses/${piece.id}`, { emailAddress })
      else await this.rest('DELETE', `${change}/emailAddresses/${piece.id}`)
    }
    await this.rest('POST', `${change}/submit`, {})
  }

  /** Whatever is 500 or more is asked again. */
  async soap(service, content) {
    const path = `${this.url}/ccx/service/${this.tenant}/${service}/v42.1`
    for (let attempt = 1; ; attempt++) {
      const init = { method: 'POST', headers: { 'content-type': 'text/xml' }, body: envelope(this.user, content) }
      const response = await fetch(path, init)
      const text = await response.text()
      if (response.ok) return bodyOf(text)
      if (attempt === 3) throw new Error(text)
    }
  }

  async rest(method, path, body) {
    this.token ??= await this.newToken()
    const response = await fetch(`${this.url}/ccx/api/${path}`, {
      method,
      headers: { authorization: `Bearer ${this.token}`, 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    })
    const text = await response.text()
    if (!response.ok) throw new Error(text)
    return text ? JSON.parse(text) : {}
  }

  async newToken() {
    const form = { grant_type: 'refresh_token', refresh_token: this.client.refreshToken }
    const own = { client_id: this.client.id, client_secret: this.client.secret }
    const response = await fetch(`${this.url}/ccx/oauth2/${this.tenant}/token`, {
      method: 'POST',
      body: new URLSearchParams({ ...form, ...own }),
    })
    return (await response.json()).access_token
  }
}
