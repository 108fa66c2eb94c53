import type { OperationKey, paths } from '../../contracts/generated/workday.js'
import { behavioursOf } from '../../src/engine/kit.js'
import type { WorkdayWorld } from './world.js'

export const { behaviour, page } = behavioursOf<paths, OperationKey, WorkdayWorld>()
