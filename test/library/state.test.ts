import { expect, test } from 'vitest'
import { setupSandbox } from '../../src/index.js'
import { temporaryFolder } from '../support/temporary-folder.js'

test('a sandbox with a state goes on from the one before it', async () => {
  const state = temporaryFolder()
  const options = { vendors: ['stripe'], frozen: true, at: '2027-01-01', state }
  const create = async (sandbox: Awaited<ReturnType<typeof setupSandbox>>, method: string) => {
    const headers = { authorization: `Bearer ${sandbox.env.STRIPE_SECRET_KEY}` }
    const answer = await fetch('https://api.stripe.com/v1/customers', { method, headers })
    return (await answer.json()) as { id: string; data: readonly { id: string }[] }
  }
  const first = await setupSandbox(options)
  first.listen()
  const { id } = await create(first, 'POST')
  await first.advance('1d')
  first.close()
  const second = await setupSandbox(options)
  second.listen()
  expect((await create(second, 'GET')).data.map((each) => each.id)).toEqual([id])
  expect(second.now().toISOString()).toBe('2027-01-02T00:00:00.000Z')
  second.close()
})
