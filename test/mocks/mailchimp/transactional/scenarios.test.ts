import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { packageRoot } from '../../../../src/engine/generated.js'
import { readScenario } from '../../../../src/engine/scenarios/read.js'
import { RunningScenario } from '../../../../src/engine/scenarios/running.js'
import { account } from './support/account.js'

type Account = Awaited<ReturnType<typeof account>>

/** Plays a scenario with a program in small: a careful one passes, a careless one is told what it did. */
async function play(name: string, program: (shop: Account) => Promise<void>, status = 200) {
  const shop = await account()
  const file = join(packageRoot(), 'mocks', 'mailchimp', 'scenarios', `${name}.yaml`)
  const running = await RunningScenario.start(readScenario(file, readFileSync(file, 'utf8')), shop.sandbox, 'default')
  await shop.ok('webhooks/add', { url: 'http://127.0.0.1:9/hook', events: ['send', 'delivered', 'hard_bounce'] })
  shop.answer(() => status)
  await program(shop)
  await shop.sandbox.settled()
  const report = await running.check()
  running.stop()
  return report.outcome
}

const mail = (email: string, more: object = {}) => ({ to: [{ email }], ...more })

test('a batch that comes twice: an endpoint takes it each time, a program writes once', async () => {
  const once = async ({ send }: Account) => void (await send(mail('ada@example.com')))
  expect(await play('mail-events-come-twice', once)).toBe('passed')
  const twice = async (shop: Account) => {
    await once(shop)
    await once(shop)
  }
  expect(await play('mail-events-come-twice', twice)).toBe('failed')
})

test('past the quota: what is queued goes out by itself', async () => {
  const patient = async ({ send }: Account) => {
    for (const user of ['ada', 'bob']) await send(mail(`${user}@example.com`, { subaccount: 'shop' }))
  }
  expect(await play('mail-quota-is-used-up', patient)).toBe('passed')
  const impatient = async (shop: Account) => {
    await patient(shop)
    await shop.send(mail('bob@example.com', { subaccount: 'shop' }))
  }
  expect(await play('mail-quota-is-used-up', impatient)).toBe('failed')
})

test('a bounce: a program that writes on learns nothing', async () => {
  const bounced = async ({ send }: Account) => void (await send(mail('hard_bounce@test.mandrillapp.com')))
  expect(await play('mail-bounces', bounced)).toBe('passed')
  const careless = async (shop: Account) => {
    await bounced(shop)
    await bounced(shop)
  }
  expect(await play('mail-bounces', careless)).toBe('failed')
})
