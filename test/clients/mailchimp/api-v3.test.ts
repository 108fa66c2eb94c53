import { createRequire } from 'node:module'
import { expect, test } from 'vitest'
import { createNodeDoor } from '../../../src/doors/node/node-door.js'
import { mailchimpWorld } from '../../support/mailchimp.js'

interface ApiV3 {
  __base_url: string
  get(path: string): Promise<Record<string, unknown>>
  post(path: string, body: object): Promise<Record<string, unknown>>
  batch(calls: object[], options: object): Promise<Record<string, unknown>[]>
}
const Mailchimp = createRequire(import.meta.url)('mailchimp-api-v3') as new (key: string) => ApiV3

test('mailchimp-api-v3 sends a batch, waits for it and unpacks its results', async () => {
  const world = await mailchimpWorld({ frozen: false, limits: false })
  const door = await createNodeDoor({ handle: world.sandbox.handle, vendor: 'mailchimp', port: 0 })
  const client = new Mailchimp(world.key)
  client.__base_url = `http://127.0.0.1:${door.port}/3.0`
  try {
    const { id } = await world.list()
    const subscribe = (name: string) => ({
      method: 'post',
      path: `/lists/${id}/members`,
      body: { email_address: `${name}@lovelace.test`, status: 'subscribed' },
    })
    const calls = [subscribe('ada'), subscribe('ada'), { method: 'get', path: `/lists/${id}` }]
    const results = await client.batch(calls, { interval: 50, verbose: false })
    expect(results.map(({ status, title, name }) => title ?? name ?? status)).toEqual([
      'subscribed',
      'Member Exists',
      'News',
    ])
    await expect(client.get('/lists/none')).rejects.toMatchObject({ title: 'Resource Not Found', status: 404 })
  } finally {
    await door.close()
  }
})
