import type { Behaviour } from '../../../src/engine/kit.js'
import { activity } from './activity.js'
import { activityFeed } from './activity-feed.js'
import { addEvent } from './add-event.js'
import { archive } from './archive.js'
import { create } from './create.js'
import { createNote } from './create-note.js'
import { deleteNote } from './delete-note.js'
import { deletePermanent } from './delete-permanent.js'
import { goals } from './goals.js'
import { listAll } from './list-all.js'
import { listEvents } from './list-events.js'
import { listNotes } from './list-notes.js'
import { listTags } from './list-tags.js'
import { retrieve } from './retrieve.js'
import { retrieveNote } from './retrieve-note.js'
import { tagMember } from './tag-member.js'
import { update } from './update.js'
import { updateNote } from './update-note.js'
import { upsert } from './upsert.js'

export const memberBehaviours: readonly Behaviour[] = [
  listAll,
  create,
  retrieve,
  upsert,
  update,
  archive,
  deletePermanent,
  tagMember,
  listTags,
  createNote,
  listNotes,
  retrieveNote,
  updateNote,
  deleteNote,
  addEvent,
  listEvents,
  activity,
  activityFeed,
  goals,
]
