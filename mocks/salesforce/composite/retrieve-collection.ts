import { behaviour } from '../api.js'
import { fail } from '../errors.js'
import { since } from '../versions-since.js'
import type { SalesforceWorld } from '../world.js'
import { checkSize, objectOf } from './collections.js'
import { sendPart } from './subrequest.js'

/**
 * Some fields of up to 2,000 records of one object, in the order asked for; null stands for one that is not there.
 * @throws MISSING_ARGUMENT, EXCEEDED_ID_LIMIT (400), NOT_FOUND (404), INVALID_FIELD (400)
 * @source https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_composite_sobjects_collections_retrieve.htm (read 2026-11)
 */
export const retrieveCollection = behaviour(
  'GET /services/data/{version}/composite/sobjects/{sobject}',
  ({ params, query }, world) => {
    const { ids = '', fields = '' } = query as { ids?: string; fields?: string }
    return retrieve(world, params, { ids: split(ids), fields: split(fields) })
  },
)

/** The same with a body: more ids than fit into a URL. @throws MISSING_ARGUMENT, EXCEEDED_ID_LIMIT (400) @source https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_composite_sobjects_collections_retrieve_post.htm (read 2026-11) */
export const retrieveCollectionByBody = behaviour(
  'POST /services/data/{version}/composite/sobjects/{sobject}',
  ({ params, body }, world) => {
    const { ids, fields } = body as { ids?: unknown; fields?: unknown }
    if (!Array.isArray(ids) || !Array.isArray(fields))
      throw fail(400, 'MISSING_ARGUMENT', 'ids and fields are required')
    return retrieve(world, params, { ids: ids.map(String), fields: fields.map(String) })
  },
)

function retrieve(
  world: SalesforceWorld,
  params: { readonly version: string; readonly sobject: string },
  { ids, fields }: { readonly ids: readonly string[]; readonly fields: readonly string[] },
): unknown[] {
  since(42, params.version)
  checkSize(ids)
  if (fields.length === 0) throw fail(400, 'MISSING_ARGUMENT', 'fields is required')
  const { name } = objectOf(world, params.sobject)
  const wanted = encodeURIComponent(fields.join(','))
  return ids.map((id) => {
    const url = `/services/data/${params.version}/sobjects/${name}/${encodeURIComponent(id)}?fields=${wanted}`
    const response = sendPart(world, { method: 'GET', url })
    if (response.status === 200) return response.body
    const [error] = Array.isArray(response.body) ? (response.body as { errorCode?: string; message?: string }[]) : []
    if (response.status === 404 || error?.errorCode === 'MALFORMED_ID') return null
    throw fail(response.status, error?.errorCode ?? 'UNKNOWN_EXCEPTION', error?.message ?? '')
  })
}

function split(list: string): string[] {
  return list
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '')
}
