import { SandboxError } from '../../errors.js'
import { observeCommand } from '../../observe/observe-command.js'
import { command } from '../command.js'
import { deliveryView } from '../views.js'

/** Sends a delivery again now, and answers when that attempt is over. Lets a held one out. */
export const replayDelivery = command({
  run: async ({ world, params }) => {
    const id = params.id ?? ''
    if (!world.deliveries.replay(id)) {
      throw new SandboxError('SANDBOX_NOT_FOUND', `There is no delivery '${id}'.`, 'See `standin webhooks list`.')
    }
    observeCommand(world, 'webhooks replay', { id })
    await world.scheduler.settled()
    const row = world.deliveries.table.find(id)
    return row ? deliveryView(row) : { id, state: 'dropped' }
  },
})
