import type { Behaviour } from '../../../src/engine/kit.js'

export const queryBehaviours: readonly Behaviour[] = []
