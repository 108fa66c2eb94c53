import type { Behaviour } from '../../../src/engine/kit.js'
import { query, queryAll } from './query.js'
import { queryAllMore, queryMore } from './query-more.js'

export const queryBehaviours: readonly Behaviour[] = [query, queryAll, queryMore, queryAllMore]
