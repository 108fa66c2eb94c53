import { createHash } from 'node:crypto'
import { escapeMarkup, reply } from '../../../src/engine/kit.js'

const STYLE = `
:root{color-scheme:light dark;--ink:#241c15;--paper:#fff;--soft:#f6f6f4;--line:#c9c3bb;--go:#00616b;--stop:#a3242b}
@media(prefers-color-scheme:dark){:root{--ink:#f3efe9;--paper:#1f1b17;--soft:#15120f;--line:#4b443c;--go:#7fd6df;--stop:#ff9d9d}}
*{box-sizing:border-box}
body{margin:0;min-height:100vh;display:grid;place-items:center;background:var(--soft);color:var(--ink);font:16px/1.5 system-ui,sans-serif}
main{width:min(28rem,calc(100vw - 2rem));background:var(--paper);border:1px solid var(--line);border-radius:8px;padding:2rem}
h1{font-size:1.25rem;margin:0 0 .5rem}
label{display:block;margin-top:1rem;font-weight:600}
input,select{display:block;width:100%;margin-top:.25rem;padding:.6rem .7rem;border:1px solid var(--ink);border-radius:6px;background:none;color:inherit;font:inherit}
button{width:100%;margin-top:1.25rem;padding:.7rem 1rem;border-radius:6px;border:2px solid currentColor;background:none;font:inherit;font-weight:600;cursor:pointer;color:var(--go)}
button:focus-visible,input:focus-visible{outline:3px solid var(--go);outline-offset:2px}
.wrong{color:var(--stop);font-weight:600}
small{display:block;margin-top:1.5rem;opacity:.8}`

const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64')
interface Page {
  readonly title: string
  /** Markup: escape what is put into it. */
  readonly body: string
  readonly status?: number
  /** Where the form's answer may lead, beside the page's own origin. */
  readonly leadsTo?: string
}

/** A page for a person: no script, no style but its own, nothing framed. */
export function htmlPage({ title, body, status = 200, leadsTo }: Page) {
  const html = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${escapeMarkup(title)}</title><style>${STYLE}</style></head>
<body><main><h1>${escapeMarkup(title)}</h1>${body}<small>A page of Standin, the stand-in for Mailchimp on this machine.</small></main></body>
</html>
`
  const actions = ["'self'", ...(leadsTo === undefined ? [] : [originOf(leadsTo)])].join(' ')
  return reply({
    status,
    body: html,
    contentType: 'text/html; charset=utf-8',
    headers: {
      'Content-Security-Policy': `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; form-action ${actions}; base-uri 'none'; frame-ancestors 'none'`,
      'Referrer-Policy': 'no-referrer',
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'no-store',
    },
  })
}

function originOf(url: string): string {
  try {
    const { protocol, origin } = new URL(url)
    return protocol === 'http:' || protocol === 'https:' ? origin : protocol
  } catch {
    return "'self'"
  }
}

export function redirect(to: string) {
  return reply({
    status: 302,
    headers: { Location: to, 'Cache-Control': 'no-store' },
    body: '',
    contentType: 'text/plain',
  })
}

export function hidden(fields: Readonly<Record<string, string>>): string {
  return Object.entries(fields)
    .map(([name, value]) => `<input type="hidden" name="${escapeMarkup(name)}" value="${escapeMarkup(value)}">`)
    .join('')
}

/** A link that leads nowhere (any more). */
export function lostPage() {
  return htmlPage({ title: 'This link is no longer good', status: 404, body: '<p>Nothing was changed.</p>' })
}

/** A value of a form or of a query, as text. */
export function textOf(form: unknown, name: string): string {
  const value = typeof form === 'object' && form !== null ? (form as Record<string, unknown>)[name] : undefined
  return typeof value === 'string' ? value : ''
}
