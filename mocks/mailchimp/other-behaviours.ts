import type { Behaviour } from '../../src/engine/kit.js'
import { create as createExport } from './account-exports/create.js'
import { download } from './account-exports/download.js'
import { listAll as listExports, retrieve as retrieveExport } from './account-exports/read.js'
import { disablePixel, enablePixel } from './connected-sites/pixel.js'
import { verify as verifySite } from './connected-sites/verify.js'
import { trigger } from './customer-journeys/trigger.js'
import { create as createFile } from './file-manager/create.js'
import { showFile } from './file-manager/show.js'
import { content } from './landing-pages/content.js'
import { publish, unpublish } from './landing-pages/publish.js'
import { showLandingPage } from './landing-pages/show.js'
import { searchCampaigns } from './search/search-campaigns.js'
import { searchMembers } from './search/search-members.js'
import { retrieveContent, setContent } from './sms-campaigns/content.js'
import { create as createSmsCampaign } from './sms-campaigns/create.js'
import { surveyBehaviours } from './surveys/behaviours.js'
import { create as createDomain, verify as verifyDomain } from './verified-domains/verify.js'

/** Behaviours of nouns that have few. */
export const otherBehaviours: readonly Behaviour[] = [
  searchMembers,
  searchCampaigns,
  createExport,
  listExports,
  retrieveExport,
  download,
  createFile,
  showFile,
  content,
  publish,
  unpublish,
  showLandingPage,
  verifySite,
  createDomain,
  verifyDomain,
  trigger,
  enablePixel,
  disablePixel,
  createSmsCampaign,
  retrieveContent,
  setContent,
  ...surveyBehaviours,
]
