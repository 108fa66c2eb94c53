import { invalidResource, notModelled } from '../errors.js'
import { unzip } from '../resources/unzip.js'
import type { MailchimpWorld } from '../world.js'

/** What a URL answered; `held` for a host that nothing is fetched from here. */
export type Fetched = 'held' | 'unreachable' | { readonly status: number; readonly body: string }

interface Input {
  readonly url?: unknown
  readonly archive?: unknown
}

/** How long a page may take, in milliseconds. @unverified */
const PATIENCE = 10_000

/** Fetches the page that a campaign shall show, where it is one. */
export async function fetchContent(world: MailchimpWorld, { url }: Input): Promise<Fetched> {
  if (typeof url !== 'string') return 'held'
  if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) return 'unreachable'
  const answer = await world.port.ask(
    { method: 'GET', url, headers: { 'User-Agent': 'Mailchimp' }, body: '' },
    PATIENCE,
  )
  return typeof answer === 'string' ? answer : { status: answer.status, body: answer.body }
}

/**
 * The HTML of a URL or an archive; undefined where neither is given.
 * @throws InvalidResource (400) for a page that is not there and an archive that holds none; 501 for hosts elsewhere, and for
 * archives that are no ZIP files
 * @unverified wording
 */
export function htmlOf({ url, archive }: Input, fetched: Fetched): string | undefined {
  if (url !== undefined) return pageOf(fetched)
  if (typeof archive !== 'object' || archive === null) return undefined
  const { archive_content: content, archive_type: type = 'zip' } = archive as {
    archive_content?: unknown
    archive_type?: unknown
  }
  if (type !== 'zip') throw notModelled(`content from an archive of the type '${String(type)}'`)
  const files = unzip(Buffer.from(String(content), 'base64'))
  if (!files) throw invalid('archive.archive_content', 'The archive could not be read.')
  const pages = [...files.keys()].filter((name) => /\.html?$/i.test(name)).sort((a, b) => a.length - b.length)
  const page = pages.find((name) => /(?:^|\/)index\.html?$/i.test(name)) ?? pages[0]
  if (page === undefined) throw invalid('archive.archive_content', 'The archive has no HTML file.')
  return files.get(page)?.toString()
}

function pageOf(fetched: Fetched): string {
  if (fetched === 'held') throw notModelled('content from hosts beyond this machine, unless they are allowed (--allow)')
  if (fetched === 'unreachable' || fetched.status !== 200) throw invalid('url', 'The URL could not be imported.')
  return fetched.body
}

function invalid(field: string, message: string) {
  return invalidResource([{ field, message }])
}
