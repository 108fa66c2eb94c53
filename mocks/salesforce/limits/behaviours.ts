import type { Behaviour } from '../../../src/engine/kit.js'

export const limitBehaviours: readonly Behaviour[] = []
