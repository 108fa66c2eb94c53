import type { Behaviour } from '../../../src/engine/kit.js'
import { create } from './create.js'
import { remove } from './delete.js'
import { listAll } from './list-all.js'
import { retrieve } from './retrieve.js'
import { update } from './update.js'

export const batchWebhookBehaviours: readonly Behaviour[] = [listAll, create, retrieve, update, remove]
