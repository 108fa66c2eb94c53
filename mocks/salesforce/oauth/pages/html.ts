import { createHash } from 'node:crypto'
import { escapeMarkup, reply } from '../../../../src/engine/kit.js'

const STYLE = `
:root{color-scheme:light dark;--ink:#16325c;--paper:#fff;--line:#c9d3e0;--soft:#f4f6f9;--go:#0b5cab;--stop:#a61a1a}
@media(prefers-color-scheme:dark){:root{--ink:#e6edf6;--paper:#15202f;--line:#35465e;--soft:#0d1520;--go:#8cc1ff;--stop:#ff9d9d}}
*{box-sizing:border-box}
body{margin:0;min-height:100vh;display:grid;place-items:center;background:var(--soft);color:var(--ink);font:16px/1.5 system-ui,sans-serif}
main{width:min(26rem,calc(100vw - 2rem));background:var(--paper);border:1px solid var(--line);border-radius:8px;padding:2rem}
code{overflow-wrap:anywhere}
h1{font-size:1.25rem;margin:0 0 .5rem}p,ul{margin:.5rem 0}ul{padding-left:1.25rem}
label{display:block;margin-top:1rem;font-weight:600}
input{display:block;width:100%;margin-top:.25rem;padding:.6rem .7rem;border:1px solid var(--ink);border-radius:6px;background:none;color:inherit;font:inherit}
.choice{display:flex;gap:.75rem;margin-top:1.25rem}
button{flex:1;width:100%;margin-top:1.25rem;padding:.7rem 1rem;border-radius:6px;border:2px solid currentColor;background:none;font:inherit;font-weight:600;cursor:pointer;color:var(--go)}
.choice button{margin-top:0}
button:focus-visible,input:focus-visible{outline:3px solid var(--go);outline-offset:2px}
.stop,.wrong{color:var(--stop)}.wrong{font-weight:600}
small{display:block;margin-top:1.5rem;opacity:.8}`

const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64')
export interface Page {
  readonly title: string
  /** Markup: escape what is put into it. */
  readonly body: string
  readonly status?: number
  /** Where the form's answer may lead, beside the page's own origin: browsers ask before they follow a redirect. */
  readonly leadsTo?: string
}

/** A page for a person: no script, no style but its own, nothing framed. */
export function htmlPage({ title, body, status = 200, leadsTo }: Page) {
  const html = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${escapeMarkup(title)}</title><style>${STYLE}</style></head>
<body><main><h1>${escapeMarkup(title)}</h1>${body}<small>A page of Standin, the stand-in for Salesforce on this machine. Use no real password here.</small></main></body>
</html>
`
  const actions = ["'self'", ...(leadsTo === undefined ? [] : [formTarget(leadsTo)])].join(' ')
  return reply({
    status,
    body: html,
    contentType: 'text/html; charset=UTF-8',
    headers: {
      'Content-Security-Policy': `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; form-action ${actions}; base-uri 'none'; frame-ancestors 'none'`,
      'Referrer-Policy': 'no-referrer',
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'no-store',
    },
  })
}

/** An origin, or for an app's own scheme that scheme, as a source in the policy. */
function formTarget(url: string): string {
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

export function hidden(name: string, value: string): string {
  return `<input type="hidden" name="${escapeMarkup(name)}" value="${escapeMarkup(value)}">`
}

/** What a browser shows where it cannot be sent back: an unknown app or callback. @unverified its look */
export function oauthErrorPage(error: string, description: string) {
  return htmlPage({
    title: 'OAuth Error',
    status: 400,
    body: `<p class="wrong">We can't authorize you because of an OAuth error. For more information, contact your Salesforce administrator.</p><p>OAuth Error: <code>${escapeMarkup(`error=${error}&error_description=${description}`)}</code></p>`,
  })
}
