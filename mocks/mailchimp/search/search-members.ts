import { behaviour } from '../api.js'
import { fullName, type Member } from '../members/member.js'
import { renderMember } from '../members/render.js'
import { linksOf } from '../resources/links.js'

const MOST = 30

/** Members by address, name or merge value. Exact are those whose address it is. @source https://mailchimp.com/developer/marketing/api/search-members/ (read 2026-11) */
export const searchMembers = behaviour('GET /3.0/search-members', ({ query, call }, world) => {
  const wanted = query.query.trim().toLowerCase()
  const { list_id: list } = query
  const all = list === undefined ? world.members.all() : world.members.where('parent', list)
  const present = all.filter(({ status }) => status !== 'archived')
  const exact = present.filter(({ email }) => email.toLowerCase() === wanted)
  const full = wanted === '' ? [] : present.filter((member) => textOf(member).includes(wanted))
  const view = (members: readonly Member[]) => ({
    members: members.slice(0, MOST).map((member) => renderMember(world, member, call.origin)),
    total_items: members.length,
  })
  return {
    exact_matches: view(exact),
    full_search: view(full),
    _links: linksOf(world.description, call.origin, '/3.0/search-members', []),
  }
})

function textOf(member: Member): string {
  return [member.email, fullName(member), ...Object.values(member.mergeFields)].join(' ').toLowerCase()
}
