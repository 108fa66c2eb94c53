import type { Behaviour } from '../../../src/engine/kit.js'

export const compositeBehaviours: readonly Behaviour[] = []
