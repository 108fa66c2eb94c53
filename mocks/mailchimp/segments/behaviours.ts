import type { Behaviour } from '../../../src/engine/kit.js'
import { addMember } from './add-member.js'
import { changeMembers } from './change-members.js'
import { create } from './create.js'
import { remove } from './delete.js'
import { listAll } from './list-all.js'
import { listMembers } from './list-members.js'
import { removeMember } from './remove-member.js'
import { retrieve } from './retrieve.js'
import { searchTags } from './search-tags.js'
import { update } from './update.js'

export const segmentBehaviours: readonly Behaviour[] = [
  listAll,
  create,
  retrieve,
  update,
  remove,
  changeMembers,
  listMembers,
  addMember,
  removeMember,
  searchTags,
]
