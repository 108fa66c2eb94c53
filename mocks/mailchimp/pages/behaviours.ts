import type { Behaviour } from '../../../src/engine/kit.js'
import { archivePage } from './archive.js'
import { confirm, confirmPage } from './confirm.js'
import { signUp, signUpPage } from './sign-up.js'
import { followLink, openPixel } from './track.js'
import { unsubscribe, unsubscribePage } from './unsubscribe.js'

export const pageBehaviours: readonly Behaviour[] = [
  archivePage,
  confirmPage,
  confirm,
  signUpPage,
  signUp,
  openPixel,
  followLink,
  unsubscribePage,
  unsubscribe,
]
