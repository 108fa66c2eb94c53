import type { Behaviour } from '../../../src/engine/kit.js'

export const objectBehaviours: readonly Behaviour[] = []
