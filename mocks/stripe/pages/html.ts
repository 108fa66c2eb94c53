import { createHash } from 'node:crypto'
import { escapeMarkup, reply } from '../../../src/engine/kit.js'

const STYLE = `
:root{color-scheme:light dark;--ink:#1a1f36;--paper:#fff;--line:#c9cfdb;--soft:#f6f8fb;--go:#4b3fd6;--stop:#a3243b}
@media(prefers-color-scheme:dark){:root{--ink:#e8ebf2;--paper:#161a26;--line:#3a4157;--soft:#0f121b;--go:#9d95ff;--stop:#ff8fa3}}
*{box-sizing:border-box}
body{margin:0;min-height:100vh;display:grid;place-items:center;background:var(--soft);color:var(--ink);font:16px/1.5 system-ui,sans-serif}
main{width:min(28rem,calc(100vw - 2rem));background:var(--paper);border:1px solid var(--line);border-radius:12px;padding:2rem}
h1{font-size:1.25rem;margin:0 0 .5rem}p{margin:.5rem 0}
dl{display:grid;grid-template-columns:auto 1fr;gap:.25rem 1rem;margin:1rem 0;padding:1rem 0;border:solid var(--line);border-width:1px 0}
dt{opacity:.75}dd{margin:0;text-align:right;font-variant-numeric:tabular-nums;overflow-wrap:anywhere}
form{display:flex;gap:.75rem;margin-top:1.25rem}
button{flex:1;padding:.7rem 1rem;border-radius:8px;border:2px solid currentColor;background:none;font:inherit;font-weight:600;cursor:pointer}
button:focus-visible{outline:3px solid currentColor;outline-offset:3px}
.go{color:var(--go)}.stop{color:var(--stop)}
small{display:block;margin-top:1.5rem;opacity:.75}`

const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64')

/**
 * A page for a person. No script, no style but its own. `body` is markup: escape what is put into it.
 * @param framed whether a page of another origin may show it, as Stripe.js does with the bank's in any shop's page
 */
export function htmlPage(title: string, body: string, status = 200, framed = false) {
  const html = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${escapeMarkup(title)}</title><style>${STYLE}</style></head>
<body><main><h1>${escapeMarkup(title)}</h1>${body}<small>A page of Standin, the stand-in for Stripe on this machine. No money moves here.</small></main></body>
</html>
`
  return reply({
    status,
    body: html,
    contentType: 'text/html; charset=utf-8',
    headers: {
      'Content-Security-Policy': `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; base-uri 'none'; frame-ancestors ${framed ? 'http: https:' : "'self'"}`,
      'Referrer-Policy': 'no-referrer',
      'X-Content-Type-Options': 'nosniff',
    },
  })
}
