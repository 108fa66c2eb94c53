import type { Behaviour } from '../../src/engine/kit.js'
import { accessBehaviours } from './access/behaviours.js'
import { compositeBehaviours } from './composite/behaviours.js'
import { bulkBehaviours } from './jobs/behaviours.js'
import { limitBehaviours } from './limits/behaviours.js'
import { oauthBehaviours } from './oauth/behaviours.js'
import { objectBehaviours } from './objects/behaviours.js'
import { queryBehaviours } from './query/behaviours.js'
import { searchBehaviours } from './search/behaviours.js'

/** Every behaviour, from the list of each part. */
export const behaviours: readonly Behaviour[] = [
  ...oauthBehaviours,
  ...accessBehaviours,
  ...objectBehaviours,
  ...queryBehaviours,
  ...searchBehaviours,
  ...compositeBehaviours,
  ...bulkBehaviours,
  ...limitBehaviours,
]
