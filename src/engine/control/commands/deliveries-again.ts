import { SandboxError } from '../../errors.js'
import { command } from '../command.js'
import { deliveryView } from '../views.js'

/** Another event about the same object as a delivery that waits: what a vendor does when it tells of one thing twice. */
export const tellAgain = command({
  run: ({ control, world, params }) => {
    const id = params.id ?? ''
    const event = world.deliveries.byHand.event(id)
    const runtime = event && control.sandbox.runtime(event.vendor)
    if (!event || !runtime) {
      throw new SandboxError('SANDBOX_NOT_FOUND', `No delivery '${id}' waits to be sent by hand.`, 'List them first.')
    }
    const made: string[] = []
    const stop = world.deliveries.listen((row) => made.push(row.id))
    world.transact(`tell ${id} again`, undefined, () =>
      world.vendorWorld(runtime, event.scope).emit(event.type, event.object, event.details),
    )
    stop()
    const rows = made.flatMap((each) => world.deliveries.table.find(each) ?? [])
    return { deliveries: rows.map(deliveryView) }
  },
})
