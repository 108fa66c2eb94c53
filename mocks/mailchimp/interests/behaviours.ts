import type { Behaviour } from '../../../src/engine/kit.js'
import { createCategory } from './create-category.js'
import { createInterest } from './create-interest.js'
import { deleteCategory } from './delete-category.js'
import { deleteInterest } from './delete-interest.js'
import { listCategories } from './list-categories.js'
import { listInterests } from './list-interests.js'
import { retrieveCategory } from './retrieve-category.js'
import { retrieveInterest } from './retrieve-interest.js'
import { updateCategory } from './update-category.js'
import { updateInterest } from './update-interest.js'

export const interestBehaviours: readonly Behaviour[] = [
  createCategory,
  createInterest,
  deleteCategory,
  deleteInterest,
  listCategories,
  listInterests,
  retrieveCategory,
  retrieveInterest,
  updateCategory,
  updateInterest,
]
