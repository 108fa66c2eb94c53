import { unpackBundle } from '../../bundles/bundle.js'
import { replayBundle } from '../../bundles/replay-bundle.js'
import { SandboxError } from '../../errors.js'
import { command } from '../command.js'
import { moment } from '../views.js'

/** Replays a bundle in a sandbox of its own, up to the first answer that differs. Nothing is sent out. */
export const replayBundleFile = command({
  run: async ({ control, bytes }) => {
    const bundle = unpackBundle(bytes, 'The bundle')
    const { head, start, journal } = bundle
    const vendors = head.vendors.map(({ name }) => {
      const runtime = control.sandbox.runtime(name)
      if (runtime) return runtime.definition
      start.files.close()
      const remedy = 'Start Standin with this vendor too.'
      throw new SandboxError('SANDBOX_CONFLICT', `The bundle holds the vendor '${name}', which is not here.`, remedy)
    })
    const { items, requests, deliveries, versions, first } = await replayBundle(bundle, vendors)
    return {
      world: head.world,
      program: head.program,
      vendors: head.vendors,
      notes: head.notes,
      forgotten: head.forgotten,
      begins: moment(start.clock.now),
      total: journal.length,
      replayed: items,
      requests,
      deliveries,
      versions,
      first: first
        ? { number: first.number, at: moment(first.item.at), kind: first.item.kind, differences: first.differences }
        : null,
      items: journal.map((item, i) => ({ number: i + 1, at: moment(item.at), kind: item.kind, what: whatOf(item) })),
    }
  },
})

function whatOf(item: ReturnType<typeof unpackBundle>['journal'][number]): string {
  switch (item.kind) {
    case 'exchange':
      return `${item.vendor} ${item.request.method} ${item.request.target}: ${item.answer.kind === 'reply' ? item.answer.status : item.answer.kind}`
    case 'delivery':
      return `${item.vendor} webhook ${item.type}: ${item.attempt.status ?? item.attempt.error ?? ''}`
    case 'begun':
      return `${item.vendor} ${item.request.method} ${item.request.target} begins, and waits`
    case 'job':
      return item.job
    case 'command':
      return item.name
  }
}
