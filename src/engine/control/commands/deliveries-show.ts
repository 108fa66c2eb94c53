import { SandboxError } from '../../errors.js'
import { command } from '../command.js'
import { deliveryView } from '../views.js'

/** One delivery, with the request that it would be if it were sent now; without secrets. */
export const showDelivery = command({
  run: ({ control, world, params }) => {
    const id = params.id ?? ''
    const row = world.deliveries.table.find(id)
    const runtime = row && control.sandbox.runtime(row.vendor)
    const rules = runtime?.definition.events
    if (!row || !runtime || !rules) {
      throw new SandboxError('SANDBOX_NOT_FOUND', `There is no delivery '${id}'.`, 'List them first.')
    }
    const { method, url, headers, body } = rules.request(row, world.view(runtime, row.scope), Date.now())
    return {
      ...deliveryView(row),
      byHand: world.deliveries.byHand.event(id) !== undefined,
      forgeries: rules.forgeries ?? [],
      request: { method, url, headers: runtime.redactor.headers(headers), body: runtime.redactor.text(body) },
      because: control.histories.of(world).causeOf(id) ?? null,
    }
  },
})
