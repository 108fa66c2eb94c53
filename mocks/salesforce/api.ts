import type { OperationKey, paths } from '../../contracts/generated/salesforce.js'
import { behavioursOf } from '../../src/engine/kit.js'
import type { SalesforceWorld } from './world.js'

export const { behaviour, page } = behavioursOf<paths, OperationKey, SalesforceWorld>()
