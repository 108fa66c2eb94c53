import type { Behaviour } from '../../../src/engine/kit.js'

export const accessBehaviours: readonly Behaviour[] = []
