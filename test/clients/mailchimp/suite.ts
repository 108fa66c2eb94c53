import client from '@mailchimp/mailchimp_marketing'
import { clientOperations } from './operations.js'

export interface Seen {
  readonly step: string
  readonly value: readonly unknown[]
}

interface Where {
  readonly apiKey: string
  /** The datacenter, where the client is to find the vendor's own host. */
  readonly server?: string | undefined
  readonly basePath?: string | undefined
}

type Api = Record<string, Record<string, (...args: unknown[]) => Promise<Record<string, unknown>>>>

const LIST = {
  name: 'News',
  permission_reminder: 'You signed up.',
  email_type_option: true,
  contact: { company: 'Acme', address1: '1 Road', city: 'Town', state: 'GA', zip: '30308', country: 'US' },
  campaign_defaults: { from_name: 'Acme', from_email: 'acme@acme.test', subject: '', language: 'en' },
}
const ADA = { email_address: 'ada@lovelace.test', status: 'subscribed' }

/** What an integration does with the official client, and what it sees of it. */
export async function play({ apiKey, server, basePath }: Where): Promise<Seen[]> {
  client.basePath = basePath ?? 'https://server.api.mailchimp.com/3.0'
  client.setConfig({ apiKey, ...(server !== undefined && { server }) })
  const api = client as unknown as Api
  const { ping, lists, batches } = api
  if (!ping || !lists || !batches) throw new Error('The client has other parts than expected.')
  const seen: Seen[] = []
  const note = (step: string, ...value: unknown[]) => seen.push({ step, value })
  const refused = async (step: string, call: Promise<unknown> | undefined) => {
    const error = (await call?.catch((reason: unknown) => reason)) as {
      status: number
      response: { body: { title: string } }
    }
    note(step, error.status, error.response.body.title)
  }
  note('ping', (await ping.get?.())?.health_status)
  const list = await lists.createList?.(LIST)
  const id = list?.id
  note('an audience', list?.name)
  note('a member', (await lists.addListMember?.(id, ADA))?.status)
  await refused('twice', lists.addListMember?.(id, ADA))
  await refused('unknown', lists.getListMember?.(id, 'nobody'))
  const upsert = { email_address: ADA.email_address, status_if_new: 'subscribed', merge_fields: { FNAME: 'Ada' } }
  note('upsert', (await lists.setListMember?.(id, ADA.email_address, upsert))?.full_name)
  await lists.addListMember?.(id, { email_address: 'grace@hopper.test', status: 'subscribed' })
  const page = await lists.getListMembersInfo?.(id, { count: 1 })
  note('a page of one', (page?.members as unknown[] | undefined)?.length, page?.total_items)
  note('archived', (await lists.deleteListMember?.(id, ADA.email_address)) ?? null)
  const members = [ADA, { email_address: 'no', status: 'subscribed' }]
  const many = await lists.batchListMembers?.(id, { members })
  note('many', many?.total_created, many?.error_count)
  note('a batch', (await batches.start?.({ operations: [{ method: 'GET', path: '/ping' }] }))?.status)
  note('each operation', ...(await statusOfEach()))
  return seen
}

/** Each operation of the client, about what is not there: that it comes through the door, and what it is answered. */
async function statusOfEach(): Promise<string[]> {
  const statuses: string[] = []
  for (const { key, parameters, call } of clientOperations()) {
    const args = parameters.map((name) => (name === 'opts' || name === 'body' ? {} : 'none'))
    const answer = await call(...args).then(
      ({ response }) => response.status,
      (error: { status?: number }) => error.status ?? String(error),
    )
    statuses.push(`${key} ${answer}`)
  }
  return statuses
}
