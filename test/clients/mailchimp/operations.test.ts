import client from '@mailchimp/mailchimp_marketing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createNodeDoor } from '../../../src/doors/node/node-door.js'
import { minimal } from '../../../src/engine/description/minimal.js'
import { mailchimpWorld } from '../../support/mailchimp.js'
import { bodies, NEVER_THERE } from './bodies.js'
import { furnish } from './furnish.js'
import { type ClientOperation, clientOperations } from './operations.js'

// Every operation of the official client, unmodified, against a world that has one of everything. The sandbox is strict: an
// answer that does not fit the description, or lacks what is described to be always there, is a 500.
let world: Awaited<ReturnType<typeof mailchimpWorld>>
let door: Awaited<ReturnType<typeof createNodeDoor>>
let ids: Record<string, string>
const operations = clientOperations()

beforeAll(async () => {
  world = await mailchimpWorld()
  ids = await furnish(world)
  door = await createNodeDoor({ handle: world.sandbox.handle, vendor: 'mailchimp', port: 0 })
  client.setConfig({ apiKey: world.key })
  client.basePath = `http://127.0.0.1:${door.port}/3.0`
})
afterAll(() => door.close())

test('the client has 270 operations, and each is described', () => {
  expect(operations.length).toBe(270)
  const { description } = world.sandbox.runtime('mailchimp') ?? {}
  expect(operations.filter(({ key }) => !description?.operation(key)).map(({ key }) => key)).toEqual([])
})

/** What makes nothing go away comes first, so that every operation meets what it is about. */
const inOrder = [...operations].sort((a, b) => rank(a) - rank(b))

function rank({ key }: ClientOperation): number {
  if (key.startsWith('GET')) return 0
  if (/\/(?:delete-permanent|actions\/archive)$/.test(key)) return 3.955
  if (key === 'DELETE /3.0/lists/{list_id}/members/{subscriber_hash}') return 3.95
  return key.startsWith('DELETE') ? 4 - key.split('/').length / 100 : 1
}

test('each is answered', async () => {
  const wrong: string[] = []
  for (const operation of inOrder) {
    const status = await statusOf(operation)
    const expected = NEVER_THERE.some((start) => operation.key.includes(start)) ? [404, 200, 204] : [200, 204]
    if (!expected.includes(status.code)) wrong.push(`${operation.key}: ${status.code} ${status.detail}`)
  }
  expect(wrong).toEqual([])
}, 60_000)

async function statusOf({ key, parameters, call }: ClientOperation): Promise<{ code: number; detail: string }> {
  const args = parameters.map((name) => (name === 'opts' ? {} : name === 'body' ? bodyOf(key) : idFor(key, name)))
  try {
    const { response } = await call(...args)
    return { code: response.status, detail: '' }
  } catch (error) {
    const {
      status = 0,
      response,
      message,
    } = error as { status?: number; response?: { text?: string }; message: string }
    return { code: status, detail: response?.text ?? message }
  }
}

/** What is done to a campaign is done to one with which it can be done. */
function idFor(key: string, name: string): string {
  if (name === 'folderId') return ids[`${/\/(campaign|template|file)/.exec(key)?.[1]}FolderId`] ?? 'none'
  const action = /\/campaigns\/\{campaign_id\}\/actions\/([\w-]+)$/.exec(key)?.[1] ?? key
  return (name === 'campaignId' && ids[action]) || (ids[name] ?? 'none')
}

function bodyOf(key: string): unknown {
  const own = bodies(ids)[key]
  if (own) return own
  const { description } = world.sandbox.runtime('mailchimp') ?? {}
  const schema = description?.operation(key)?.body?.schema
  return description && schema ? minimal(description, schema) : {}
}
