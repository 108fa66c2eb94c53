import type { Behaviour } from '../../../src/engine/kit.js'

export const bulkBehaviours: readonly Behaviour[] = []
