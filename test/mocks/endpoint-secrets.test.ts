import { expect, test } from 'vitest'
import { mailchimp } from '../../mocks/mailchimp/index.js'
import { stripe } from '../../mocks/stripe/index.js'
import { workday } from '../../mocks/workday/index.js'
import { controlled } from '../engine/control/harness.js'

// A program is told a secret once, when `--forward` or `listen` begins, and goes on with it through every reset.
test('an endpoint of every vendor keeps its secret through a reset, also where another one was removed before', async () => {
  const vendors = [stripe, mailchimp, workday]
  const { api } = await controlled({ vendors })
  const subscribed = async (vendor: string, name: string) =>
    (await api('POST', '/worlds/default/webhooks', { vendor, url: `http://localhost:3000/${name}` })).data
  const secrets = async (): Promise<string[][]> => {
    const { data } = await api('GET', '/worlds/default/credentials')
    const each = data.vendors as { vendor: string; webhooks: { secret: string }[] }[]
    return each.map(({ vendor, webhooks }) => [vendor, ...webhooks.map(({ secret }) => secret)])
  }
  const kept: string[][] = []
  for (const { name } of vendors) {
    const gone = await subscribed(name, 'gone')
    const { secret } = await subscribed(name, 'stays')
    expect(secret, name).not.toBe(gone.secret)
    await api('DELETE', `/worlds/default/webhooks/${gone.endpoint}`)
    kept.push([name, secret])
  }
  await api('POST', '/worlds/default/reset')
  expect(await secrets()).toEqual(kept)
})
