import type { Call } from '../call.js'

/** Stage 4: the world, from the credential or from what the vendor says stands for one; an id for the request. */
export function findWorld(call: Call): void {
  const { sandbox, vendor, credential, parent } = call
  if (parent) {
    call.world = parent.world
    call.requestId = parent.requestId
    return
  }
  const claims = vendor.definition.credentials.claims(call, credential)
  call.world = sandbox.worldOf(vendor.name, claims)
  if (!call.world && credential !== undefined) call.world = sandbox.adopt(vendor, credential)
  if (!call.world && call.behaviour?.shared) call.world = sandbox.defaultWorld
  call.world?.scheduler.catchUp()
  call.began = (call.world ?? sandbox.defaultWorld).clock.now()
  call.requestId = vendor.definition.wire.requestId(call.world?.requestIds ?? sandbox.anonymousIds)
}
