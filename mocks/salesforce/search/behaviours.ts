import type { Behaviour } from '../../../src/engine/kit.js'

export const searchBehaviours: readonly Behaviour[] = []
