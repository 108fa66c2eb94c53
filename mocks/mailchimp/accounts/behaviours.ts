import type { Behaviour } from '../../../src/engine/kit.js'
import { authorizedApp, authorizedApps } from './authorized-apps.js'
import { ping } from './ping.js'
import { root } from './root.js'

export const accountBehaviours: readonly Behaviour[] = [root, ping, authorizedApps, authorizedApp]
