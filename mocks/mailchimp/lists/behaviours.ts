import type { Behaviour } from '../../../src/engine/kit.js'
import { activity } from './activity.js'
import { batchSubscribe } from './batch-subscribe.js'
import { create } from './create.js'
import { remove } from './delete.js'
import { growthHistory } from './growth-history.js'
import { growthMonth } from './growth-month.js'
import { listAll } from './list-all.js'
import { retrieve } from './retrieve.js'
import { update } from './update.js'

export const listBehaviours: readonly Behaviour[] = [
  listAll,
  create,
  retrieve,
  update,
  remove,
  batchSubscribe,
  activity,
  growthHistory,
  growthMonth,
]
