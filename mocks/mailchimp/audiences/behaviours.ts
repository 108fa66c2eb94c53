import type { Behaviour } from '../../../src/engine/kit.js'
import { archive, forget } from './actions.js'
import { listContacts } from './list-contacts.js'
import { listAudiences, retrieveAudience } from './read.js'
import { create, retrieve, update } from './save.js'

export const audienceBehaviours: readonly Behaviour[] = [
  listAudiences,
  retrieveAudience,
  listContacts,
  create,
  retrieve,
  update,
  archive,
  forget,
]
