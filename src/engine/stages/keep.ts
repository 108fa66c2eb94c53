import type { Call } from '../call.js'

/** Stage 15: nothing is answered that would not outlast what the state has to. */
export function keep({ world }: Call): Promise<void> | undefined {
  const keeper = world?.keeper
  if (!keeper) return undefined
  keeper.note()
  return keeper.durable()
}
