import type { Behaviour } from '../../../src/engine/kit.js'
import { answer, authorize } from './authorize.js'
import { metadata } from './metadata.js'
import { token } from './token.js'

export const oauthBehaviours: readonly Behaviour[] = [authorize, answer, token, metadata]
