/** The consumer of this project's own contract with Workday: what a sync of people does most, on each face. */
export async function runHrSync(env: Readonly<Record<string, string>>): Promise<void> {
  const workday = new Workday(env)
  await workday.signIn()
  await workday.retitle('30020', 'Lens Designer')
  await workday.query("SELECT workdayID, employeeID, activeStatus FROM allWorkers WHERE employeeID = '30020'")
  await workday.report('Worker_Roster', { Employee_ID: '30020', format: 'json' })
  await workday.getWorker('30020')
}

/** What it reads. */
export const READS = {
  'POST /ccx/oauth2/{tenant}/token': ['access_token', 'token_type', 'expires_in'],
  'GET /ccx/api/staffing/v6/{tenant}/workers': ['total', 'data.*.id', 'data.*.workerId', 'data.*.descriptor'],
  'GET /ccx/api/staffing/v6/{tenant}/workers/{ID}': ['id', 'descriptor', 'primaryJob.businessTitle', 'primaryJob.id'],
  'POST /ccx/api/staffing/v6/{tenant}/workers/{ID}/jobChanges': ['id'],
  'PATCH /ccx/api/staffing/v6/{tenant}/jobChanges/{ID}/position/{subresourceID}': ['error', 'errors.*.code'],
  'PATCH /ccx/api/staffing/v6/{tenant}/jobChanges/{ID}/businessTitle/{subresourceID}': ['businessTitle'],
  'POST /ccx/api/staffing/v6/{tenant}/jobChanges/{ID}/submit': ['id', 'businessProcessParameters.overallStatus'],
  'GET /ccx/api/wql/v1/{tenant}/data': ['total', 'data.*.workdayID', 'data.*.employeeID', 'data.*.activeStatus'],
  'GET /ccx/service/customreport2/{tenant}/{owner}/{report}': ['Report_Entry.*.Employee_ID', 'Report_Entry.*.Active'],
}

const REASON = 'Event_Classification_Subcategory_ID=Data_Change_Job_Details'

class Workday {
  private readonly env: Readonly<Record<string, string>>
  private readonly token: string

  constructor(env: Readonly<Record<string, string>>) {
    this.env = env
    // The first one that the tenant gave: a contract knows credentials by their variables.
    this.token = env.WORKDAY_ACCESS_TOKEN ?? ''
  }

  async signIn(): Promise<void> {
    const {
      WORKDAY_CLIENT_ID: id = '',
      WORKDAY_CLIENT_SECRET: secret = '',
      WORKDAY_REFRESH_TOKEN: refresh = '',
    } = this.env
    const basic = Buffer.from(`${encodeURIComponent(id)}:${encodeURIComponent(secret)}`).toString('base64')
    await this.send('POST', `/ccx/oauth2/${this.tenant}/token`, {
      headers: { authorization: `Basic ${basic}`, 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ grant_type: 'refresh_token', refresh_token: refresh }).toString(),
    })
  }

  /** Begins a change of job, says the new title and something that does not go, and submits it. */
  async retitle(workerId: string, businessTitle: string): Promise<void> {
    const { data } = await this.rest<{ data: { id: string }[] }>(
      'GET',
      `staffing/v6/${this.tenant}/workers?search=${workerId}`,
    )
    const worker = `staffing/v6/${this.tenant}/workers/${data[0]?.id}`
    await this.rest('GET', worker)
    const start = { date: '2026-12-01', reason: { id: REASON } }
    const { id } = await this.rest<{ id: string }>('POST', `${worker}/jobChanges`, start)
    const change = `staffing/v6/${this.tenant}/jobChanges/${id}`
    await this.rest('PATCH', `${change}/businessTitle/${id}`, { businessTitle })
    // Neither a position nor that one shall be made: refused.
    await this.rest('PATCH', `${change}/position/${id}`, { createPosition: false })
    await this.rest('POST', `${change}/submit`, {})
  }

  query(wql: string): Promise<unknown> {
    return this.rest('GET', `wql/v1/${this.tenant}/data?query=${encodeURIComponent(wql)}`)
  }

  report(name: string, prompts: Readonly<Record<string, string>>): Promise<string> {
    const { WORKDAY_USERNAME: user = '', WORKDAY_PASSWORD: password = '' } = this.env
    const authorization = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`
    const path = `/ccx/service/customreport2/${this.tenant}/${user.split('@')[0]}/${name}?${new URLSearchParams(prompts)}`
    return this.send('GET', path, { headers: { authorization } })
  }

  /** By SOAP, with the token in place of a user and password. */
  getWorker(workerId: string): Promise<string> {
    const body = `<?xml version="1.0" encoding="UTF-8"?><env:Envelope xmlns:env="http://schemas.xmlsoap.org/soap/envelope/" xmlns:wd="urn:com.workday/bsvc"><env:Body><wd:Get_Workers_Request><wd:Request_References><wd:Worker_Reference><wd:ID wd:type="Employee_ID">${workerId}</wd:ID></wd:Worker_Reference></wd:Request_References><wd:Response_Group><wd:Include_Reference>true</wd:Include_Reference></wd:Response_Group></wd:Get_Workers_Request></env:Body></env:Envelope>`
    return this.send('POST', `/ccx/service/${this.tenant}/Human_Resources/v42.1`, {
      headers: { authorization: `Bearer ${this.token}`, 'content-type': 'text/xml' },
      body,
    })
  }

  private get tenant(): string {
    return this.env.WORKDAY_TENANT ?? ''
  }

  private async rest<T>(method: string, path: string, body?: object): Promise<T> {
    const headers = { authorization: `Bearer ${this.token}`, ...(body && { 'content-type': 'application/json' }) }
    const sent = { headers, ...(body && { body: JSON.stringify(body) }) }
    return JSON.parse(await this.send(method, `/ccx/api/${path}`, sent)) as T
  }

  private async send(method: string, path: string, init: RequestInit): Promise<string> {
    return (await fetch(`${this.env.WORKDAY_BASE_URL}${path}`, { ...init, method })).text()
  }
}
