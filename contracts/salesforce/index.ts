import type { Description } from '../document.js'
import { platformPaths } from './platform/index.js'
import { schemas } from './platform/schemas.js'

/** The platform's REST API, described here from facts: its paths are templates, since an org decides which objects there are. */
export function convertSalesforce(): Description {
  return {
    openapi: '3.1.0',
    info: { title: 'Salesforce', version: '59.0' },
    servers: [{ url: 'https://login.salesforce.com' }],
    'x-source': '@opensdks/sdk-salesforce@0.0.2, jsforce@3.10.16 and contracts/salesforce',
    paths: platformPaths(),
    components: { schemas },
  }
}
