import type { Behaviour } from '../../../src/engine/kit.js'
import { ping } from './ping.js'

export const accountBehaviours: readonly Behaviour[] = [ping]
