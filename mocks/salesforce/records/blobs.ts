import type { Row } from '../../../src/engine/kit.js'
import type { SalesforceWorld } from '../world.js'

/** What a base64 field holds, by `<record id>/<field>`. */
interface Blob extends Row {
  readonly base64: string
}

/** Keeps a file. Gives its bytes. */
export function putBlob(world: SalesforceWorld, id: string, field: string, base64: string): Buffer {
  const bytes = Buffer.from(base64, 'base64')
  world.port.table<Blob>('_blob').put({ id: `${id}/${field}`, base64 })
  return bytes
}

export function blobOf(world: SalesforceWorld, id: string, field: string): Buffer | undefined {
  const blob = world.port.table<Blob>('_blob').find(`${id}/${field}`)
  return blob && Buffer.from(blob.base64, 'base64')
}
