import { z } from 'zod'
import { SandboxError } from '../../errors.js'
import { command } from '../command.js'

const body = z.strictObject({
  /** What is sent in place of what the vendor says. */
  body: z.string(),
  /** Signed as the vendor would sign this body; else the signature is that of the true one. Default true. */
  signed: z.boolean().default(true),
  /** Milliseconds; default the vendor's own. */
  timeout: z.number().int().min(1).max(120_000).optional(),
})

/** Sends a delivery once, with a body that a person has written, and tries no more. */
export const sendEdited = command({
  body,
  run: async ({ control, world, params, body: { body: text, signed, timeout } }) => {
    const id = params.id ?? ''
    const row = world.deliveries.table.find(id)
    const runtime = row && control.sandbox.runtime(row.vendor)
    const rules = runtime?.definition.events
    if (!row || !runtime || !rules) {
      throw new SandboxError('SANDBOX_NOT_FOUND', `There is no delivery '${id}'.`, 'List them first.')
    }
    if (!control.sandbox.mayDeliver(row.url)) {
      const remedy = 'Allow its host: --allow, or `allow` in the configuration.'
      throw new SandboxError('SANDBOX_FORBIDDEN', `Nothing is delivered to ${row.url}.`, remedy)
    }
    const view = world.view<unknown>(runtime, row.scope)
    const make = (wallTime: number) =>
      signed && rules.requestWith
        ? rules.requestWith(row, text, view, wallTime)
        : { ...rules.request(row, view, wallTime), body: text }
    const sent = await world.deliveries.sendByHand(row, make, { timeout: timeout ?? rules.timeout })
    const { status, error, answer = '' } = sent.attempt
    const accepted = status !== undefined && rules.accepts(status, answer)
    return { id, status: status ?? null, error: error ?? null, answer, accepted }
  },
})
