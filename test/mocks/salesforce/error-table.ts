import type { org, Response } from './support/org.js'

type Org = Awaited<ReturnType<typeof org>>

/** One row of the facts' table of errors, and what a user does to get it. */
export interface Row {
  readonly status: number
  readonly code: string
  /** The words, or what they hold. */
  readonly message: string | RegExp
  readonly fields?: readonly string[]
  /** Settings of the org that the row needs. */
  readonly settings?: Readonly<Record<string, unknown>>
  /** The limits hold and the clock runs. */
  readonly limited?: boolean
  readonly act: (acme: Org) => Promise<Response>
}

export const data = '/services/data/v59.0'
export const sobjects = `${data}/sobjects`

export function make(acme: Org, object: string, json: unknown, token?: string): Promise<Response> {
  return acme.send(`${sobjects}/${object}`, { method: 'POST', json, ...(token !== undefined && { token }) })
}

export async function idOf(acme: Org, object: string, values: unknown): Promise<string> {
  const { json, status } = await make(acme, object, values)
  if (status !== 201) throw new Error(`${object} was not made: ${JSON.stringify(json)}`)
  return String(json.id)
}

export function change(acme: Org, object: string, id: string, json: unknown, token?: string): Promise<Response> {
  const as = token === undefined ? {} : { token }
  return acme.send(`${sobjects}/${object}/${id}`, { method: 'PATCH', json, ...as })
}

export function query(acme: Org, soql: string, more: Parameters<Org['send']>[1] = {}): Promise<Response> {
  return acme.send(`${data}/query?q=${encodeURIComponent(soql)}`, more)
}

/** What comes last of several at once, in the order of their answers: the one that is refused. */
export async function refusedOf(requests: readonly Promise<Response>[]): Promise<Response> {
  const answers = await Promise.all(requests)
  const refused = answers.find(({ status }) => status >= 400)
  if (!refused) throw new Error('None was refused.')
  return refused
}

export function slow(acme: Org, milliseconds: number): void {
  acme.world.faults.add({ when: { vendor: 'salesforce' }, effect: { kind: 'delay', milliseconds } })
}

/** A user of the org who may less than an administrator. */
export function integration(acme: Org): Promise<string> {
  return acme.login('integration@default.standin.test')
}
