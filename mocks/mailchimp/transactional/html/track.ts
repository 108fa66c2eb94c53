import { escapeMarkup } from '../../../../src/engine/kit.js'
import { unescapeHtml } from './escape.js'

const LINK = /(<a\b[^<>]*?\bhref\s*=\s*)(?:"([^"]*)"|'([^']*)')/gi

/** Rewrites the http and https links of HTML; what `wrap` leaves undefined stays. */
export function rewriteLinks(html: string, wrap: (url: string) => string | undefined): string {
  return html.replace(LINK, (all, before: string, double?: string, single?: string) => {
    const url = unescapeHtml((double ?? single ?? '').trim())
    const wrapped = /^https?:\/\//i.test(url) ? wrap(url) : undefined
    return wrapped === undefined ? all : `${before}"${escapeMarkup(wrapped)}"`
  })
}

/** The picture that tells of an opening, at the end of the body. */
export function addPixel(html: string, url: string): string {
  const image = `<img src="${escapeMarkup(url)}" height="1" width="1" alt="">`
  const at = html.search(/<\/body\s*>/i)
  return at < 0 ? html + image : html.slice(0, at) + image + html.slice(at)
}
