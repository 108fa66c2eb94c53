import { invalidResource } from '../errors.js'
import type { MailchimpWorld } from '../world.js'

const PATIENCE = 10_000

/** What a URL answered: its status, or that it is on a host that nothing is sent to from here, so that it is taken as it is. */
export type UrlCheck = number | 'held'

/** Asks an endpoint whether it is there, as Mailchimp does: by GET. @source facts A1, list webhooks (read 2026-11-23) */
async function askUrl(world: MailchimpWorld, url: string): Promise<UrlCheck> {
  if (!isUrl(url)) return 0
  const headers = { 'User-Agent': 'MailChimp.com WebHook Validator' }
  const answer = await world.port.ask({ method: 'GET', url, headers, body: '' }, PATIENCE)
  if (answer === 'held') return 'held'
  return answer === 'unreachable' ? 0 : answer.status
}

/** The same of an endpoint that is made or changed: one that keeps its URL is not asked. */
export async function askUrlOf(world: MailchimpWorld, { url }: { readonly url?: unknown }): Promise<UrlCheck> {
  return typeof url === 'string' ? askUrl(world, url) : 'held'
}

/** @throws InvalidResource (400) unless it answered 200  @source codegen #11 */
export function checkAnswer(status: UrlCheck): void {
  if (status === 'held' || status === 200) return
  const message = `We couldn't verify the URL is working. Please double check and try again. HTTP Code: ${status}`
  throw invalidResource([{ field: 'url', message }])
}

/** A URL may be given once; what stands in its query does not make it another. @throws InvalidResource (400)  @source codegen #11 */
export function checkDistinct(url: string, others: readonly { readonly url: string }[]): void {
  const bare = (text: string) => text.replace(/[?#].*$/, '')
  if (others.some((other) => bare(other.url) === bare(url))) {
    throw invalidResource([{ field: 'url', message: "Sorry, you can't set up multiple WebHooks for one URL" }])
  }
}

function isUrl(text: string): boolean {
  try {
    return /^https?:$/.test(new URL(text).protocol)
  } catch {
    return false
  }
}
