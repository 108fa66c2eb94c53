import { behaviour } from '../api.js'
import { merged } from '../resources/merge.js'
import { checkTag, findMergeField, renderMergeField } from './merge-field.js'

/** The type stays as it was. @throws ResourceNotFound (404), InvalidResource (400)  @source https://mailchimp.com/developer/marketing/api/list-merges/update-merge-field/ (read 2026-11) */
export const update = behaviour(
  'PATCH /3.0/lists/{list_id}/merge-fields/{merge_id}',
  ({ params, body, call }, world) => {
    const field = findMergeField(world, params.list_id, params.merge_id)
    const tag = body.tag?.toUpperCase() || field.settings.tag
    if (tag !== field.settings.tag) {
      checkTag(tag, world.mergeFields.where('parent', field.parent))
      renameValues(world, field.parent, field.settings.tag, tag)
    }
    const settings = merged(field.settings, { ...body, tag, type: field.settings.type })
    return renderMergeField(world, world.mergeFields.put({ ...field, settings }), call.origin)
  },
)

type World = Parameters<typeof findMergeField>[0]

/** What members have under the old tag, they have under the new one. */
function renameValues(world: World, list: string, from: string, to: string): void {
  for (const member of world.members.where('parent', list)) {
    const { [from]: value, ...rest } = member.mergeFields
    if (value !== undefined) world.members.put({ ...member, mergeFields: { ...rest, [to]: value } })
  }
}
