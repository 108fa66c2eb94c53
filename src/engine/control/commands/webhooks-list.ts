import { command } from '../command.js'

/** Endpoints that hear of events: those that programs registered, and those subscribed here. */
export const listWebhooks = command({
  run: ({ control, world }) => {
    const forwarded = new Set(control.forwards.of(world.name).map(({ endpoint }) => endpoint))
    const endpoints = control.sandbox.vendors.flatMap((runtime) => {
      const views = runtime.definition.events?.endpoints?.(world.view(runtime, '')) ?? []
      return views.map((endpoint) => ({
        vendor: runtime.name,
        ...endpoint,
        forwarded: forwarded.has(endpoint.id),
        byHand: world.deliveries.byHand.endpoints.has(endpoint.id),
        forgeries: runtime.definition.events?.forgeries ?? [],
        held: !control.sandbox.mayDeliver(endpoint.url),
      }))
    })
    return { endpoints }
  },
})
