import { setState } from '../../../../src/engine/states/set-state.js'
import type { tenant } from '../../../support/workday.js'

export interface Answer {
  readonly status: number
  // What a test looks into differs from row to row.
  // biome-ignore lint/suspicious/noExplicitAny: the body of whatever was asked
  readonly body: any
}

export const CALLBACK = 'https://app.example/callback'

type Stage = Awaited<ReturnType<typeof tenant>>

/** A tenant of its own for one act, and what people do in one. */
export class Scene {
  private readonly at: Stage
  private readonly world: Stage['world']
  readonly env: Readonly<Record<string, string>>
  token: string

  constructor(at: Stage, name: string) {
    this.at = at
    this.world = at.sandbox.createWorld(name)
    const list = this.runtime.definition.credentials.list(this.world.view(this.runtime, ''))
    this.env = Object.fromEntries(list.map(({ variable, value }) => [variable, value]))
    this.token = this.env.WORKDAY_ACCESS_TOKEN ?? ''
  }

  private get runtime() {
    const runtime = this.at.sandbox.runtime('workday')
    if (!runtime) throw new Error('no workday')
    return runtime
  }

  enter(state: string, params: Record<string, unknown> = {}) {
    return setState({ world: this.world, runtime: this.runtime }, state, params)
  }

  close(): void {
    this.at.sandbox.removeWorld(this.world.name)
  }

  /** `staffing/v6/workers`: the tenant goes behind the version. */
  async ask(method: string, path: string, body?: unknown): Promise<Answer> {
    const url = `${this.at.origin}/ccx/api/${path.replace(/^(\w+\/v\d+)/, `$1/${this.env.WORKDAY_TENANT}`)}`
    const headers = { authorization: `Bearer ${this.token}`, 'content-type': 'application/json' }
    const answer = await fetch(url, { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) })
    return { status: answer.status, body: JSON.parse((await answer.text()) || '{}') }
  }

  get(path: string) {
    return this.ask('GET', path)
  }

  post(path: string, body: unknown = {}) {
    return this.ask('POST', path, body)
  }

  patch(path: string, body: unknown) {
    return this.ask('PATCH', path, body)
  }

  /** Signs somebody in on the page, and goes on with the token of theirs. */
  async signIn(username: string, password: string): Promise<void> {
    const form = (fields: Record<string, string>) => ({ method: 'POST', body: new URLSearchParams(fields) })
    const { WORKDAY_TENANT: name, WORKDAY_CLIENT_ID: id = '', WORKDAY_CLIENT_SECRET: secret = '' } = this.env
    const page = await fetch(`${this.at.origin}/${name}/authorize`, {
      ...form({ client_id: id, redirect_uri: CALLBACK, response_type: 'code', decision: 'allow', username, password }),
      redirect: 'manual',
    })
    const code = new URL(page.headers.get('location') ?? '').searchParams.get('code') ?? ''
    const token = await fetch(
      `${this.at.origin}/ccx/oauth2/${name}/token`,
      form({ grant_type: 'authorization_code', code, client_id: id, client_secret: secret, redirect_uri: CALLBACK }),
    )
    this.token = ((await token.json()) as { access_token: string }).access_token
  }

  /** WID of a worker. */
  async worker(reference = '30020'): Promise<string> {
    return (await this.get(`staffing/v6/workers?search=${reference}&includeTerminatedWorkers=true`)).body.data[0].id
  }

  beginJobChange(worker: string, date = '2026-11-25', more: object = {}): Promise<Answer> {
    return this.post(`staffing/v6/workers/${worker}/jobChanges`, { date, ...more })
  }

  submit(change: string, body: unknown = {}): Promise<Answer> {
    return this.post(`staffing/v6/jobChanges/${change}/submit`, body)
  }

  /** A change of job that waits for its approval. */
  async submitted(worker: string, date?: string): Promise<string> {
    const { id } = (await this.beginJobChange(worker, date)).body
    await this.submit(id)
    return id
  }

  async step(event: string, which: 'inProgressSteps' | 'completedSteps' = 'inProgressSteps'): Promise<string> {
    return (await this.get(`businessProcess/v1/events/${event}/${which}`)).body.data[0].id
  }

  decide(step: string, what: string, body: unknown = {}): Promise<Answer> {
    return this.post(`businessProcess/v1/eventSteps/${step}/${what}`, body)
  }

  /** A change of contact information, to be edited; gives its path in the person service. */
  async contactChange(side: 'work' | 'home' = 'work'): Promise<string> {
    const path = `${side}ContactInformationChanges`
    const begun = await this.post(`staffing/v6/workers/${await this.worker()}/${path}`)
    return `person/v4/${path}/${begun.body.id}`
  }

  /** The path of the primary piece of one kind, which is there. */
  async primary(change: string, kind: string): Promise<string> {
    const { data } = (await this.get(`${change}/${kind}`)).body
    return `${change}/${kind}/${data.find(({ usage }: { usage: { primary: boolean } }) => usage.primary).id}`
  }
}
