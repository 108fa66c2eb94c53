import { z } from 'zod'
import { SandboxError } from '../../errors.js'
import { mayReach } from '../../events/allowed-hosts.js'
import type { DeliveryRow } from '../../events/delivery.js'
import type { World } from '../../world/world.js'
import { command } from '../command.js'
import type { Control } from '../control.js'

const body = z.strictObject({
  /** What is wrong with it; without it, nothing. */
  how: z.enum(['signature', 'secret', 'body', 'time', 'unsigned']).optional(),
  /** Of its timestamp, Unix milliseconds of wall time. The same one gives the same bytes. */
  signedAt: z.number().int().optional(),
  /** How old its timestamp is, in milliseconds. */
  age: z.number().int().min(0).optional(),
  /** Milliseconds; default the vendor's own. */
  timeout: z.number().int().min(1).max(120_000).optional(),
})

/** Sends a delivery that waits to be sent by hand, once; or a wrong one of any, beside it. */
export const sendDelivery = command({
  body,
  run: async ({ control, world, params, body: { how, signedAt, age, timeout } }) => {
    const row = how === undefined ? byHand(world, params.id ?? '') : forgeable(control, world, params.id ?? '')
    const runtime = control.sandbox.runtime(row.vendor)
    const rules = runtime?.definition.events
    if (!runtime || !rules) throw new SandboxError('SANDBOX_NOT_FOUND', 'Its vendor is not here.', 'Start it.')
    const view = world.view<unknown>(runtime, row.scope)
    if (how !== undefined && (!rules.forge || !rules.forgeries?.includes(how))) {
      const remedy = `What there is: ${(rules.forgeries ?? []).join(', ') || 'nothing'}.`
      throw new SandboxError('SANDBOX_BAD_INPUT', `Deliveries of ${row.vendor} cannot be forged by ${how}.`, remedy)
    }
    const make = (wallTime: number) =>
      how !== undefined && rules.forge ? rules.forge(row, view, wallTime, how) : rules.request(row, view, wallTime)
    const sent = await world.deliveries.sendByHand(row, make, { timeout: timeout ?? rules.timeout, signedAt, age })
    const { status, error, answer = '' } = sent.attempt
    const accepted = status !== undefined && rules.accepts(status, answer)
    return { id: row.id, signedAt: sent.signedAt, status: status ?? null, error: error ?? null, accepted }
  },
})

/** @throws SANDBOX_NOT_FOUND, SANDBOX_FORBIDDEN for an endpoint of somebody else */
function forgeable({ sandbox }: Control, world: World, id: string): DeliveryRow {
  const row = found(world, id)
  if (mayReach(row.url, sandbox.options.attackableHosts ?? [])) return row
  const remedy = 'Loopback may be attacked, and hosts under attack.allow in the configuration.'
  throw new SandboxError('SANDBOX_FORBIDDEN', `${row.url} may not be attacked.`, remedy)
}

/** @throws SANDBOX_NOT_FOUND, SANDBOX_CONFLICT for one that goes out by itself */
function byHand(world: World, id: string): DeliveryRow {
  const row = found(world, id)
  if (world.deliveries.byHand.event(id)) return row
  const remedy = 'Only what came while its endpoint was taken by hand can be sent so.'
  throw new SandboxError('SANDBOX_CONFLICT', `The delivery '${id}' goes out by itself.`, remedy)
}

function found(world: World, id: string): DeliveryRow {
  const row = world.deliveries.table.find(id)
  if (!row) throw new SandboxError('SANDBOX_NOT_FOUND', `There is no delivery '${id}'.`, 'List them first.')
  return row
}
