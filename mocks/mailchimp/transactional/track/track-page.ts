import { createHash } from 'node:crypto'
import { escapeMarkup, reply } from '../../../../src/engine/kit.js'

const STYLE = `
:root{color-scheme:light dark;--ink:#241c15;--paper:#fff;--soft:#f6f6f4;--line:#d5d2cd}
@media(prefers-color-scheme:dark){:root{--ink:#efebe4;--paper:#211d19;--soft:#151210;--line:#4a443d}}
body{margin:0;min-height:100vh;display:grid;place-items:center;background:var(--soft);color:var(--ink);font:16px/1.5 system-ui,sans-serif}
main{width:min(28rem,calc(100vw - 2rem));background:var(--paper);border:1px solid var(--line);border-radius:10px;padding:2rem}
h1{font-size:1.25rem;margin:0 0 .5rem}p{margin:.5rem 0;overflow-wrap:anywhere}small{display:block;margin-top:1.5rem;opacity:.8}`

const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64')

/** What a person sees who follows a link in a message. */
export function trackPage(status: number, title: string, text: string) {
  const html = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${escapeMarkup(title)}</title><style>${STYLE}</style></head>
<body><main><h1>${escapeMarkup(title)}</h1><p>${escapeMarkup(text)}</p><small>A page of Standin, the stand-in for Mailchimp on this machine.</small></main></body>
</html>
`
  return reply({
    status,
    body: html,
    contentType: 'text/html; charset=utf-8',
    headers: {
      'Content-Security-Policy': `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; base-uri 'none'; frame-ancestors 'none'`,
      'Referrer-Policy': 'no-referrer',
      'X-Content-Type-Options': 'nosniff',
    },
  })
}
