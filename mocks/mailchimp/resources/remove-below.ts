import type { MailchimpWorld } from '../world.js'
import type { ResourceRow } from './row.js'

/** Takes away what is below a row, in whatever table: `lists` and an audience's id mean its members, their notes, and so on. */
export function removeBelow(world: MailchimpWorld, table: string, key: string): void {
  const prefix = `${world.port.runtime.name}/${world.port.scope}/${table}/`
  for (const { name } of world.port.world.allTables) {
    if (!name.startsWith(prefix)) continue
    const below = name.slice(prefix.length)
    const rows = world.resources<ResourceRow>(`${table}/${below}`)
    const direct = below.includes('/')
      ? rows.all().filter((row) => row.id.startsWith(`${key}/`))
      : rows.where('parent', key)
    for (const { id } of direct) rows.delete(id)
  }
}
