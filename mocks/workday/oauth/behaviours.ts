import type { Behaviour } from '../../../src/engine/kit.js'
import { authorize, decide } from './authorize.js'
import { token } from './token.js'

export const oauthBehaviours: readonly Behaviour[] = [token, authorize, decide]
