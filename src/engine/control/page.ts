import { createHash } from 'node:crypto'
import type { Reply } from '../exchange.js'
import { escapeMarkup } from '../markup.js'
import type { Control } from './control.js'
import { countCoverage } from './coverage.js'
import { pageReply } from './reply.js'
import type { Route } from './routes.js'

const STYLE = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif }
body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem }
table { border-collapse: collapse; width: 100% }
th, td { text-align: left; padding: .4rem .8rem .4rem 0; border-bottom: 1px solid #8884; vertical-align: top }
code { font: .95em ui-monospace, monospace; overflow-wrap: anywhere }
`
const STYLE_HASH = `sha256-${createHash('sha256').update(STYLE).digest('base64')}`

/** What runs, for a person who opens the control port in a browser. */
export function page(control: Control, table: readonly Route[]): Reply {
  const vendors = control.sandbox.vendors.map((runtime) => {
    const { modelled, generic, refused } = countCoverage(runtime)
    const { version, source } = runtime.description
    const url = control.address(runtime.name)?.url ?? ''
    return `<tr><th scope="row">${escapeMarkup(runtime.definition.label)}</th><td><code>${escapeMarkup(url)}</code></td>
<td>${escapeMarkup(version)} (${escapeMarkup(source)})</td><td>${modelled} modelled, ${generic} generic, ${refused} refused</td></tr>`
  })
  const worlds = [...control.sandbox.worlds.keys()].map((name) => {
    const at = `/_standin/worlds/${encodeURIComponent(name)}`
    const links = ['logs', 'webhooks', 'deliveries', 'clock', 'state', 'faults', 'mail/page'].map(
      (part) => `<a href="${at}/${part}">${part.replace('/page', '')}</a>`,
    )
    return `<li><a href="${at}">${escapeMarkup(name)}</a>: ${links.join(', ')}</li>`
  })
  const routes = table.map(
    ({ method, path, summary }) =>
      `<tr><td><code>${method} /_standin${escapeMarkup(path)}</code></td><td>${escapeMarkup(summary)}</td></tr>`,
  )
  return pageReply(
    `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Standin</title><style>${STYLE}</style></head><body>
<h1>Standin ${escapeMarkup(control.version)}</h1>
<h2>Vendors</h2>
<table><thead><tr><th>Vendor</th><th>Address</th><th>Description</th><th>Operations</th></tr></thead><tbody>${vendors.join('')}</tbody></table>
<h2>Worlds</h2><ul>${worlds.join('')}</ul>
<h2>Control API</h2><p>Writes, and credentials, want the sandbox's token.</p>
<table><tbody>${routes.join('')}</tbody></table>
</body></html>
`,
    STYLE_HASH,
  )
}
