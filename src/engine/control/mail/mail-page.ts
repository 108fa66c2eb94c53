import { createHash } from 'node:crypto'
import type { Mail } from '../../mail/mail.js'
import { escapeMarkup } from '../../markup.js'
import { HtmlAnswer } from '../html-answer.js'
import type { MailOfVendor } from './read-mail.js'

const STYLE = `
:root{color-scheme:light dark;--ink:#1b1f24;--paper:#fff;--soft:#f4f5f7;--line:#ccd1d9;--quiet:#57606a;--link:#0b57b8}
@media(prefers-color-scheme:dark){:root{--ink:#e8eaed;--paper:#181b20;--soft:#101317;--line:#3a414b;--quiet:#a3acb8;--link:#8ab8ff}}
*{box-sizing:border-box}
body{margin:0;background:var(--soft);color:var(--ink);font:16px/1.5 system-ui,sans-serif}
main{max-width:72rem;margin:0 auto;padding:1.5rem 1rem 3rem}
h1{font-size:1.35rem;margin:.25rem 0 1rem;overflow-wrap:anywhere}h2{font-size:1rem;margin:1.5rem 0 .5rem}
a{color:var(--link)}a:focus-visible,summary:focus-visible,iframe:focus-visible{outline:3px solid var(--link);outline-offset:2px;border-radius:2px}
table{border-collapse:collapse;width:100%;background:var(--paper);border:1px solid var(--line)}
th,td{text-align:left;vertical-align:top;padding:.55rem .75rem;border-bottom:1px solid var(--line);overflow-wrap:anywhere}
thead th{color:var(--quiet);font-weight:600;font-size:.9rem}tbody tr:hover{background:var(--soft)}
td.at,td.state{white-space:nowrap;color:var(--quiet)}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.15rem 1rem;margin:0;background:var(--paper);border:1px solid var(--line);padding:.75rem}
dt{color:var(--quiet)}dd{margin:0;overflow-wrap:anywhere}
iframe{display:block;width:100%;height:60vh;border:1px solid var(--line);background:#fff}
pre{margin:0;padding:.75rem;background:var(--paper);border:1px solid var(--line);white-space:pre-wrap;overflow-wrap:anywhere;font:14px/1.5 ui-monospace,monospace}
details{margin-top:1rem}summary{cursor:pointer;font-weight:600}
p.none{color:var(--quiet)}
@media(max-width:40rem){td.at,th.at{display:none}dl{grid-template-columns:1fr}dt{margin-top:.4rem}}`

const STYLE_HASH = `sha256-${createHash('sha256').update(STYLE).digest('base64')}`
const POLICY = `style-src '${STYLE_HASH}'; frame-src 'self'`
/** What a message may do where it is shown: be seen. Its links open in a window of their own. */
const MAIL_SANDBOX = 'allow-popups allow-popups-to-escape-sandbox'
export const MAIL_POLICY = `style-src 'unsafe-inline'; img-src data:; sandbox ${MAIL_SANDBOX}`

/** The mail of a world, newest first. */
export function mailListPage(world: string, mail: readonly MailOfVendor[]): HtmlAnswer {
  const rows = mail.map(({ vendor, id, at, from, to, subject, state }) => {
    const link = `${encodeURIComponent(vendor)}/${encodeURIComponent(id)}/page`
    return `<tr><td class="at">${time(at)}</td><td>${escapeMarkup(to)}</td><td><a href="${link}">${escapeMarkup(subject || '(no subject)')}</a></td><td>${escapeMarkup(from)}</td><td class="state">${escapeMarkup(state)}</td></tr>`
  })
  const head =
    '<tr><th scope="col" class="at">Time</th><th scope="col">To</th><th scope="col">Subject</th><th scope="col">From</th><th scope="col">State</th></tr>'
  const table = `<table><thead>${head}</thead><tbody>${rows.join('')}</tbody></table>`
  return page(`Mail of ${world}`, mail.length === 0 ? '<p class="none">Nothing was sent yet.</p>' : table)
}

/** One message: what heads it, its HTML as the recipient sees it, its text, and all of it as it would go over SMTP. */
export function mailPage(mail: Mail): HtmlAnswer {
  const { from, to, at, state } = mail
  const facts = { From: from, To: to, Time: time(at), State: state }
  const files = mail.attachments.map(({ name, type, bytes }) => `${name || '(no name)'} (${type}, ${bytes} bytes)`)
  const parts = [
    '<p><a href="../../page">All mail</a></p>',
    list(Object.entries(facts)),
    mail.html === null
      ? ''
      : `<h2 id="html">HTML</h2><iframe src="body" title="The message as its recipient sees it" sandbox="${MAIL_SANDBOX}"></iframe>`,
    mail.text === null ? '' : `<h2>Text</h2><pre>${escapeMarkup(mail.text)}</pre>`,
    files.length === 0
      ? ''
      : `<h2>Attachments</h2><ul>${files.map((file) => `<li>${escapeMarkup(file)}</li>`).join('')}</ul>`,
    `<details><summary>Headers</summary>${list(mail.headers)}</details>`,
    `<details><summary>As sent</summary><pre>${escapeMarkup(mail.raw)}</pre></details>`,
  ]
  return page(mail.subject || '(no subject)', parts.join('\n'))
}

/** The HTML of a message by itself, for the frame. What it may do is said by its policy, whatever it tries. */
export function mailBody(mail: Mail): HtmlAnswer {
  const html = mail.html ?? `<pre>${escapeMarkup(mail.text ?? '')}</pre>`
  return new HtmlAnswer(`<!doctype html><base target="_blank"><meta charset="utf-8">${html}`, MAIL_POLICY, true)
}

function page(title: string, body: string): HtmlAnswer {
  return new HtmlAnswer(
    `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeMarkup(title)}</title><style>${STYLE}</style></head>
<body><main><h1>${escapeMarkup(title)}</h1>
${body}
</main></body></html>
`,
    POLICY,
  )
}

function list(entries: readonly (readonly [string, string])[]): string {
  return `<dl>${entries.map(([name, value]) => `<dt>${escapeMarkup(name)}</dt><dd>${escapeMarkup(value)}</dd>`).join('')}</dl>`
}

function time(at: number): string {
  return new Date(at).toISOString().slice(0, 19).replace('T', ' ')
}
