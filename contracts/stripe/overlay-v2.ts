import type { Description, Schema } from '../document.js'

const text: Schema = { type: 'string', maxLength: 5000 }
/** What a thin event is about, with the path that it is read at. */
const related: Schema = {
  type: ['object', 'null'],
  properties: { id: { type: 'string' }, type: { type: 'string' }, url: { type: 'string' } },
  required: ['id', 'type', 'url'],
}

/**
 * What the SDK's declarations leave out of API v2: the `page` that `next_page_url` of a list leads to, and the related object, which
 * they declare for each type of event by itself.
 * @unverified the name of the parameter, which only stands in URLs that clients follow
 */
export function completeV2({ paths, components }: Description): void {
  for (const [path, item] of Object.entries(paths)) {
    const { get } = item
    if (!get || !path.startsWith('/v2/') || !listsPages(get.responses['200'])) continue
    if (get.parameters?.some(({ name }) => name === 'page')) continue
    get.parameters = [...(get.parameters ?? []), { name: 'page', in: 'query', required: false, schema: text }]
  }
  const event = components.schemas['v2.core.event']
  if (event?.properties) event.properties = { ...event.properties, related_object: related, data: { type: 'object' } }
}

function listsPages(response: { content?: Record<string, { schema?: Schema }> } | undefined): boolean {
  return response?.content?.['application/json']?.schema?.properties?.next_page_url !== undefined
}
