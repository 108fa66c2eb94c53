import type { Row } from '../world/table.js'
import type { VendorWorld } from '../world/vendor-world.js'
import { minimalResource } from './minimal-resource.js'

/**
 * Where the sandbox is to make unknown ids (`materializeIds`): the least resource of the first type whose ids look like this one. The
 * answer is labelled generic, whatever stands behind the operation.
 */
export function materialize(world: VendorWorld, types: readonly string[], id: string): Row | undefined {
  const { runtime } = world
  const { generic } = runtime.definition
  if (!world.world.sandbox.options.materializeIds || !generic || 'answer' in generic || !generic.wellFormed)
    return undefined
  const type = types.find((one) => generic.wellFormed?.(one, id))
  const schema = type === undefined ? undefined : runtime.description.schema(type)
  if (type === undefined || !schema) return undefined
  const { call } = world.world
  if (call) call.fidelity = 'generic'
  return world
    .table(type)
    .put({ ...minimalResource({ call: { vendor: runtime }, rules: generic, world }, type, schema), id })
}
