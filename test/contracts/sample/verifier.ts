import { mailchimp } from '../../../mocks/mailchimp/index.js'
import { salesforce } from '../../../mocks/salesforce/index.js'
import { stripe } from '../../../mocks/stripe/index.js'
import { workday } from '../../../mocks/workday/index.js'
import type { LoadedPact } from '../../../src/contracts/verify/verify-contracts.js'
import { verifyContracts } from '../../../src/contracts/verify/verify-contracts.js'
import { createNodeDoor } from '../../../src/doors/node/node-door.js'
import { createControl } from '../../../src/engine/control/control.js'
import type { Handle } from '../../../src/engine/exchange.js'
import { Sandbox } from '../../../src/engine/sandbox.js'

/** A sandbox behind ports, with what verifies against it. */
export async function openVerifier() {
  const sandbox = await Sandbox.create({ vendors: [stripe, salesforce, mailchimp, workday] })
  const control = createControl(sandbox, { token: 'of-a-test' })
  const controlDoor = await createNodeDoor({ handle: control.handle })
  control.port = controlDoor.port
  const doors = [controlDoor]
  const open = async (vendor: string, handle: Handle = sandbox.handle) => {
    const door = await createNodeDoor({ handle, vendor })
    doors.push(door)
    return door.url
  }
  const addresses = new Map([
    ['stripe', await open('stripe')],
    ['salesforce', await open('salesforce')],
    ['mailchimp', await open('mailchimp')],
    ['workday', await open('workday')],
  ])
  return {
    sandbox,
    open,
    verify: (
      pacts: readonly LoadedPact[],
      options: { allowGeneric?: boolean; addressOf?: (vendor: string, pact: LoadedPact) => string } = {},
    ) =>
      verifyContracts({
        pacts,
        controlUrl: controlDoor.url,
        token: 'of-a-test',
        addressOf: (vendor) => addresses.get(vendor) ?? '',
        env: process.env,
        ...options,
      }),
    close: async () => {
      for (const door of doors) await door.close()
      sandbox.close()
    },
  }
}
