import type { Behaviour } from '../../src/engine/kit.js'
import { oauthBehaviours } from './oauth/behaviours.js'
import { reportBehaviours } from './raas/behaviours.js'
import { restBehaviours } from './rest/behaviours.js'
import { humanResourcesBehaviours } from './soap/human-resources/behaviours.js'
import { integrationsBehaviours } from './soap/integrations/behaviours.js'
import { wsdlBehaviours } from './soap/serve-wsdl.js'
import { staffingServiceBehaviours } from './soap/staffing/behaviours.js'
import { wqlBehaviours } from './wql/behaviours.js'

/** Every behaviour, from the list of each part. */
export const behaviours: readonly Behaviour[] = [
  ...restBehaviours,
  ...humanResourcesBehaviours,
  ...staffingServiceBehaviours,
  ...integrationsBehaviours,
  ...wsdlBehaviours,
  ...oauthBehaviours,
  ...wqlBehaviours,
  ...reportBehaviours,
]
