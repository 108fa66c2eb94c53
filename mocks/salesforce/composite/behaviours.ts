import type { Behaviour } from '../../../src/engine/kit.js'
import { batch } from './batch.js'
import { createCollection, deleteCollection, updateCollection, upsertCollection } from './collections.js'
import { composite, listCompositeResources } from './composite.js'
import { graph } from './graph.js'
import { retrieveCollection, retrieveCollectionByBody } from './retrieve-collection.js'
import { tree } from './tree.js'

export const compositeBehaviours: readonly Behaviour[] = [
  composite,
  listCompositeResources,
  batch,
  graph,
  tree,
  createCollection,
  updateCollection,
  upsertCollection,
  deleteCollection,
  retrieveCollection,
  retrieveCollectionByBody,
]
