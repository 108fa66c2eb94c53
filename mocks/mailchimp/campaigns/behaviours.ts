import type { Behaviour } from '../../../src/engine/kit.js'
import { cancelSend } from './cancel-send.js'
import { content } from './content.js'
import { create } from './create.js'
import { createResend } from './create-resend.js'
import { remove } from './delete.js'
import { listAll } from './list-all.js'
import { pause } from './pause.js'
import { replicate } from './replicate.js'
import { resume } from './resume.js'
import { retrieve } from './retrieve.js'
import { schedule } from './schedule.js'
import { send } from './send.js'
import { sendChecklist } from './send-checklist.js'
import { sendTest } from './send-test.js'
import { setContent } from './set-content.js'
import { unschedule } from './unschedule.js'
import { update } from './update.js'

export const campaignBehaviours: readonly Behaviour[] = [
  listAll,
  create,
  retrieve,
  update,
  remove,
  content,
  setContent,
  sendChecklist,
  sendTest,
  send,
  schedule,
  unschedule,
  cancelSend,
  pause,
  resume,
  replicate,
  createResend,
]
