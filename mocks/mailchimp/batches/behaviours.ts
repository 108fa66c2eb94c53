import type { Behaviour } from '../../../src/engine/kit.js'
import { create } from './create.js'
import { remove } from './delete.js'
import { download } from './download.js'
import { listAll } from './list-all.js'
import { retrieve } from './retrieve.js'

export const batchBehaviours: readonly Behaviour[] = [create, listAll, retrieve, remove, download]
