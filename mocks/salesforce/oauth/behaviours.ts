import type { Behaviour } from '../../../src/engine/kit.js'

export const oauthBehaviours: readonly Behaviour[] = []
