import type { Behaviour } from '../../../src/engine/kit.js'
import { createEmail, publish, unpublish } from './publish.js'
import { create, replicate, update } from './save.js'

/** Surveys are listed, read and deleted by the generic behaviour. */
export const surveyBehaviours: readonly Behaviour[] = [create, update, replicate, publish, unpublish, createEmail]
