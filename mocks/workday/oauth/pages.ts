import { createHash } from 'node:crypto'
import { escapeMarkup, reply } from '../../../src/engine/kit.js'
import type { ClientRow } from '../security/rows.js'

const STYLE = `
:root{color-scheme:light dark;--ink:#1c2b36;--paper:#fff;--line:#8496a4;--accent:#0b5cab;--warn:#a4262c}
@media(prefers-color-scheme:dark){:root{--ink:#e8eef2;--paper:#16212a;--line:#5f7382;--accent:#6db3f2;--warn:#ff8d85}}
body{margin:0;min-height:100vh;display:grid;place-items:center;background:var(--paper);color:var(--ink);font:16px/1.5 system-ui,sans-serif}
main{width:min(24rem,calc(100vw - 3rem))}
h1{font-size:1.3rem;margin:0 0 .25rem}
p{margin:.25rem 0 1rem}
ul{margin:0 0 1rem;padding-left:1.2rem}
label{display:block;margin:.75rem 0 .25rem}
input{box-sizing:border-box;width:100%;padding:.55rem;border:1px solid var(--line);border-radius:.3rem;background:transparent;color:inherit;font:inherit}
.choices{display:flex;gap:.75rem;margin-top:1.25rem}
button{flex:1;padding:.6rem;border:1px solid var(--accent);border-radius:.3rem;background:transparent;color:var(--accent);font:inherit;cursor:pointer}
button.main{background:var(--accent);color:var(--paper)}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
.warn{color:var(--warn)}
small{color:var(--line)}`

const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64')

function page(status: number, title: string, content: string) {
  const body = `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeMarkup(title)}</title><style>${STYLE}</style></head><body><main><h1>${escapeMarkup(title)}</h1>${content}<p><small>A stand-in: Standin, not Workday.</small></p></main></body></html>`
  return reply({
    status,
    body,
    contentType: 'text/html;charset=UTF-8',
    headers: {
      'Content-Security-Policy': `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; base-uri 'none'; frame-ancestors 'none'`,
      'Cache-Control': 'no-store',
    },
  })
}

/** Where somebody signs in and allows or denies. What the request said is carried along in hidden fields. */
export function loginPage(client: ClientRow, given: Readonly<Record<string, unknown>>, warning?: string) {
  const kept = ['client_id', 'redirect_uri', 'response_type', 'state', 'code_challenge', 'code_challenge_method']
    .filter((name) => typeof given[name] === 'string')
    .map((name) => `<input type="hidden" name="${name}" value="${escapeMarkup(String(given[name]))}">`)
  const scopes = client.scopes.slice(0, 6).map((scope) => `<li>${escapeMarkup(scope)}</li>`)
  const more = client.scopes.length > 6 ? `<li>and ${client.scopes.length - 6} more</li>` : ''
  return page(
    warning === undefined ? 200 : 401,
    'Sign in',
    `<p><strong>${escapeMarkup(client.name)}</strong> asks to act for you in:</p><ul>${scopes.join('')}${more}</ul>
${warning === undefined ? '' : `<p class="warn" role="alert">${escapeMarkup(warning)}</p>`}
<form method="post">${kept.join('')}
<label for="username">User name</label><input id="username" name="username" autocomplete="username" autofocus>
<label for="password">Password</label><input id="password" name="password" type="password" autocomplete="current-password">
<div class="choices"><button class="main" name="decision" value="allow">Allow</button><button name="decision" value="deny">Deny</button></div></form>`,
  )
}

export function messagePage(status: number, title: string, text: string) {
  return page(status, title, `<p>${escapeMarkup(text)}</p>`)
}
