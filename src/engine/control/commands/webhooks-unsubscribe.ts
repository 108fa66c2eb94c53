import { command } from '../command.js'

export const unsubscribeWebhook = command({
  run: ({ control, world, params }) => {
    const endpoint = params.endpoint ?? ''
    control.forwards.remove(world, endpoint)
    return { unsubscribed: endpoint }
  },
})
