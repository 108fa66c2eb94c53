import { actorOf } from '../access/access.js'
import { behaviour } from '../api.js'

/** What a client may follow; the names of parts that are not simulated are there as in life, and answer 404 or 501. */
const RESOURCES =
  'tooling metadata eclair folders prechatForms chatter tabs appMenu quickActions queryAll commerce wave analytics search composite parameterizedSearch theme nouns event serviceTemplates recent connect licensing limits process dedupe async-queries query jobs localizedvalue mobile emailConnect consent knowledgeManagement sobjects actions support'.split(
    ' ',
  )

/**
 * Lists the resources of a version.
 * @source facts A4 (read 2026-11-23)
 */
export const listResources = behaviour('GET /services/data/{version}', ({ params, call }, world) => {
  const base = `/services/data/${params.version}`
  const resources = Object.fromEntries(RESOURCES.map((name) => [name, `${base}/${name}`]))
  const { userId } = actorOf(call, world)
  return { ...resources, identity: `${call.origin}/id/${world.org.id}/${userId}` }
})
