import type { OperationKey, paths } from '../../contracts/generated/workday.js'
import { behavioursOf } from '../../src/engine/kit.js'
import type { WorkdayWorld } from './world.js'

export type { OperationKey } from '../../contracts/generated/workday.js'

export const { behaviour } = behavioursOf<paths, OperationKey, WorkdayWorld>()

/** The same for operations that are alike and stand in tables: the key is checked, what is sent and answered is not typed. */
export const { behaviour: operation } = behavioursOf<Record<never, never>, OperationKey, WorkdayWorld>()
