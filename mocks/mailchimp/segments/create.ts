import { behaviour } from '../api.js'
import { findList } from '../lists/list.js'
import { lookUpMember } from '../members/member.js'
import { addToSegment, insertSegment, renderSegment } from './segment.js'

/**
 * Makes a static segment of addresses (those that are not in the audience are passed over), or a saved one of conditions.
 * @throws ResourceNotFound (404)
 * @source https://mailchimp.com/developer/marketing/api/list-segments/add-segment/ (read 2026-11)
 */
export const create = behaviour('POST /3.0/lists/{list_id}/segments', ({ params, body, call }, world) => {
  const { id } = findList(world, params.list_id)
  const { name, static_segment: addresses, options } = body
  const segment = insertSegment(world, id, {
    name,
    type: options === undefined ? 'static' : 'saved',
    ...(options && { options }),
  })
  for (const email of addresses ?? []) {
    const member = lookUpMember(world, id, email)
    if (member) addToSegment(world, segment, member)
  }
  return renderSegment(world, segment, call.origin)
})
