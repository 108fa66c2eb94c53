import type { Behaviour } from '../../src/engine/kit.js'
import { accountBehaviours } from './accounts/behaviours.js'
import { transactionalBehaviours } from './transactional/behaviours.js'

/** Every behaviour, from the list of each part. */
export const behaviours: readonly Behaviour[] = [...accountBehaviours, ...transactionalBehaviours]
