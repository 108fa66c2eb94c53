import { expect, test } from 'vitest'
import { lockRecord } from '../../../../mocks/salesforce/records/locks.js'
import { org } from '../support/org.js'

test('a record that another transaction holds is not changed or deleted until it lets go', async () => {
  const { send, change, wait } = await org()
  const made = await send('/services/data/v59.0/sobjects/Account', { method: 'POST', json: { Name: 'Acme' } })
  const at = `/services/data/v59.0/sobjects/Account/${made.json.id}`
  change((world) => lockRecord(world, made.json.id, 10_000))
  const refused = {
    status: 400,
    json: [
      {
        errorCode: 'UNABLE_TO_LOCK_ROW',
        message: `unable to obtain exclusive access to this record or 1 records: ${made.json.id}`,
        fields: [],
      },
    ],
  }
  expect(await send(at, { method: 'PATCH', json: { Name: 'B' } })).toMatchObject(refused)
  expect(await send(at, { method: 'DELETE' })).toMatchObject(refused)
  expect((await send(at)).status).toBe(200)
  await wait(10_001)
  expect((await send(at, { method: 'PATCH', json: { Name: 'B' } })).status).toBe(204)
})
