import type { Behaviour } from '../../../src/engine/kit.js'
import { authorize, authorizeByPost } from './authorize.js'
import { answerDevice, connectDevice } from './connect-device.js'
import { identity, identityByPost } from './identity.js'
import { introspect } from './introspect.js'
import { identityKeys } from './keys.js'
import { consent, login } from './login.js'
import { openidConfiguration } from './openid-configuration.js'
import { revoke, revokeByLink } from './revoke.js'
import { token } from './token.js'
import { userInfo, userInfoByPost } from './userinfo.js'

export const oauthBehaviours: readonly Behaviour[] = [
  authorize,
  authorizeByPost,
  login,
  consent,
  connectDevice,
  answerDevice,
  token,
  revoke,
  revokeByLink,
  introspect,
  userInfo,
  userInfoByPost,
  identity,
  identityByPost,
  identityKeys,
  openidConfiguration,
]
