import type { Behaviour } from '../../../src/engine/kit.js'

/** Every behaviour of Transactional's. */
export const transactionalBehaviours: readonly Behaviour[] = []
