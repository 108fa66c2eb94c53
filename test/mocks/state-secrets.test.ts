import { expect, test } from 'vitest'
import { mailchimp } from '../../mocks/mailchimp/index.js'
import { salesforce } from '../../mocks/salesforce/index.js'
import { stripe } from '../../mocks/stripe/index.js'
import { workday } from '../../mocks/workday/index.js'
import { Sandbox } from '../../src/engine/sandbox.js'

// Rows are read without the token of the sandbox: by the inspector, `standin state` and the control API.
test('no row of any vendor, as it is shown, tells a credential of its world', async () => {
  const sandbox = await Sandbox.create({ vendors: [stripe, mailchimp, salesforce, workday] })
  const world = sandbox.defaultWorld
  for (const runtime of sandbox.vendors) {
    const tables = world.allTables.filter(({ name }) => name.startsWith(`${runtime.name}/`))
    const shown = JSON.stringify(tables.flatMap((table) => table.all()).map((row) => runtime.redactor.data(row)))
    const secrets = runtime.definition.credentials.list(world.view(runtime, '')).filter(({ secret }) => secret)
    expect(secrets.length).toBeGreaterThan(1)
    expect(secrets.filter(({ value }) => shown.includes(value)).map(({ variable }) => variable)).toEqual([])
  }
  sandbox.close()
})

test("Salesforce's security token is not shown, which is the second half of what the SOAP login takes", async () => {
  const sandbox = await Sandbox.create({ vendors: [salesforce] })
  const [runtime] = sandbox.vendors
  const [login] = sandbox.defaultWorld.allTables.find(({ name }) => name === 'salesforce//_login')?.all() ?? []
  const { securityToken } = login as unknown as { securityToken: string }
  expect(securityToken).toHaveLength(24)
  expect(JSON.stringify(runtime?.redactor.data(login))).not.toContain(securityToken)
  sandbox.close()
})
