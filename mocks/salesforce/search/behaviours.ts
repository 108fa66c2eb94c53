import type { Behaviour } from '../../../src/engine/kit.js'
import { parameterizedSearch, parameterizedSearchByBody } from './parameterized.js'
import { search } from './search.js'

export const searchBehaviours: readonly Behaviour[] = [search, parameterizedSearch, parameterizedSearchByBody]
