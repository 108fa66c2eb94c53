import type { ResourceRow } from '../resources/row.js'
import type { MailchimpWorld } from '../world.js'

/** A copy of the account's data, as a file to fetch. */
export interface AccountExport extends ResourceRow {
  readonly exportId: number
  readonly started: string
  /** Empty until it can be fetched. */
  readonly finished: string
  readonly stages: readonly string[]
  /** What the URL is known by. */
  readonly token: string
  readonly size: number
}

export const EXPORT = '/3.0/account-exports/{export_id}'

export function renderExport(row: AccountExport, origin: string): Record<string, unknown> {
  return {
    export_id: row.exportId,
    started: row.started,
    finished: row.finished,
    size_in_bytes: row.size,
    download_url: row.finished === '' ? '' : `${origin}/account-exports/${row.token}`,
  }
}

export function finishExport(world: MailchimpWorld, id: string): void {
  const row = world.accountExports.find(id)
  if (!row) return
  const size = filesOf(world, row).reduce((sum, { text }) => sum + Buffer.byteLength(text), 0)
  world.accountExports.put({ ...row, finished: world.now(), size })
}

/** What was asked for, a CSV file for each audience and one for the campaigns. */
export function filesOf(world: MailchimpWorld, { stages }: AccountExport): { name: string; text: string }[] {
  const files: { name: string; text: string }[] = []
  if (stages.includes('audiences')) {
    for (const list of world.lists.all()) {
      const rows = world.members.where('parent', list.id).map(({ email, status, changed }) => [email, status, changed])
      files.push({ name: `audiences/${list.id}.csv`, text: csv(['Email Address', 'Status', 'LAST_CHANGED'], rows) })
    }
  }
  if (stages.includes('campaigns')) {
    const rows = world.campaigns.all().map(({ id, status, settings }) => [id, String(settings.title ?? ''), status])
    files.push({ name: 'campaigns.csv', text: csv(['ID', 'Title', 'Status'], rows) })
  }
  return files
}

function csv(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const cell = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
  return [head, ...rows].map((row) => row.map(cell).join(',')).join('\n')
}
