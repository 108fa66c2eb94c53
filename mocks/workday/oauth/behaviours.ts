import type { Behaviour } from '../../../src/engine/kit.js'
import { token } from './token.js'

export const oauthBehaviours: readonly Behaviour[] = [token]
