import { createHash } from 'node:crypto'
import { reply } from '../../../../src/engine/kit.js'
import { html, Markup, scriptTag } from '../markup.js'
import { STYLE } from './style.js'

interface Shell {
  readonly title: string
  readonly body: Markup
  readonly status?: number
  /** Where its forms may lead in the end: browsers hold redirects against what the page allows. */
  readonly leadsTo?: readonly (string | null)[]
  readonly script?: boolean
  /** A shop's page may show it in a frame, as an embedded session is meant to be. */
  readonly framed?: boolean
}

let styleHash: string | undefined

/** A page of Checkout: no style but its own, no script but the stand-in's, nothing from elsewhere. */
export function checkoutPage({ title, body, status = 200, leadsTo = [], script = false, framed = false }: Shell) {
  styleHash ??= createHash('sha256').update(STYLE).digest('base64')
  const page = html`<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex"><title>${title}</title><style>${new Markup(STYLE)}</style>${script && scriptTag('/v3/checkout.js')}</head>
<body>${body}</body>
</html>
`
  const actions = [...new Set(["'self'", ...leadsTo.flatMap(originOf)])].join(' ')
  return reply({
    status,
    body: page.text,
    contentType: 'text/html; charset=utf-8',
    headers: {
      'Cache-Control': 'no-store',
      'Content-Security-Policy': `default-src 'none'; style-src 'sha256-${styleHash}'; script-src 'self'; form-action ${actions}; base-uri 'none'; frame-ancestors ${framed ? 'http: https:' : "'none'"}`,
      'Referrer-Policy': 'same-origin',
      'X-Content-Type-Options': 'nosniff',
    },
  })
}

function originOf(url: string | null): string[] {
  if (url === null) return []
  const { origin, protocol } = new URL(url)
  // An app's own scheme has no origin.
  return [origin === 'null' ? protocol : origin]
}

/** A page with one thing to say. */
export function saying(title: string, body: Markup, more: Partial<Shell> = {}) {
  return checkoutPage({
    title,
    ...more,
    body: html`<main class="alone"><div><h1>${title}</h1>${body}<footer>A page of Standin, the stand-in for Stripe on this machine. No money moves here.</footer></div></main>`,
  })
}
