import type { Behaviour } from '../../../src/engine/kit.js'
import { recordCount } from './record-count.js'
import { showLimits } from './show-limits.js'

export const limitBehaviours: readonly Behaviour[] = [showLimits, recordCount]
