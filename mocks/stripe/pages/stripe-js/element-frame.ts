import { createHash } from 'node:crypto'
import { reply } from '../../../../src/engine/kit.js'
import { sharedPage } from '../../api.js'
import { TEST_CARDS } from '../../test-cards/cards.js'
import { countries } from '../checkout/countries.js'
import { html, Markup, scriptTag } from '../markup.js'

const STYLE = `
:root{--ink:#30313d;--field:#fff;--line:#d5d9e3;--bad:#b3093c;--ring:#4338ca;--radius:6px;--font:system-ui,sans-serif;--size:16px}
@media(prefers-color-scheme:dark){:root[data-theme=auto]{--ink:#eceef5;--field:#1d2231;--line:#4a5268;--bad:#ff9db0;--ring:#a5a0ff}}
:root[data-theme=night]{--ink:#eceef5;--field:#1d2231;--line:#4a5268;--bad:#ff9db0;--ring:#a5a0ff}
*{box-sizing:border-box}
[hidden]{display:none!important}
body{margin:0;background:transparent;color:var(--ink);font:var(--size)/1.4 var(--font)}
form{display:grid;gap:.75rem;grid-template-columns:1fr 1fr;padding:4px}
.wide{grid-column:1/-1}
h1{position:absolute;width:1px;height:1px;margin:0;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
label{display:block;font-size:.875em;margin:0 0 .25rem}
input,select{width:100%;font:inherit;color:inherit;background:var(--field);border:1px solid var(--line);border-radius:var(--radius);padding:.6rem .7rem;min-height:44px}
input:focus-visible,select:focus-visible{outline:3px solid var(--ring);outline-offset:0}
[aria-invalid=true]{border-color:var(--bad);color:var(--bad)}
#said{color:var(--bad);font-size:.875em;margin:0}
#said:empty{display:none}
:root[data-element=card] form{grid-template-columns:1fr 5.4rem 3.5rem 4.6rem;gap:.3rem}
:root[data-element=card] label{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
:root[data-element=card] .wide:not(#said){grid-column:auto}
:root[data-element=card] input{padding:.4rem;min-height:40px}`

let page: string | undefined
let hash = ''

/** The frame in which a card is typed, so that no page of a shop ever has it. @source none: Stripe's own frame is not public */
export const elementFrame = sharedPage('GET /v3/element', () => {
  page ??= render()
  return reply({
    body: page,
    contentType: 'text/html; charset=utf-8',
    headers: {
      'Cache-Control': 'no-cache',
      // Any page may show it, as any shop's page shows Stripe's: what is typed into it is told to none.
      'Content-Security-Policy': `default-src 'none'; script-src 'self'; style-src 'sha256-${hash}'; connect-src 'self' https://api.stripe.com; base-uri 'none'; form-action 'none'; frame-ancestors http: https:`,
      'Referrer-Policy': 'no-referrer',
      'X-Content-Type-Options': 'nosniff',
    },
  })
})

function render(): string {
  hash = createHash('sha256').update(STYLE).digest('base64')
  const numbers = TEST_CARDS.map(({ number }) => number).join(' ')
  const choices = countries().map(
    ({ code, name }) => html`<option value="${code}"${code === 'US' && html` selected`}>${name}</option>`,
  )
  return html`<!doctype html>
<html lang="en" data-theme="auto" data-cards="${numbers}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>Card</title><style>${new Markup(STYLE)}</style>${scriptTag('/v3/frame.js')}</head>
<body><main><h1>Card</h1><form novalidate autocomplete="on">
${input('number', 'Card number', '1234 1234 1234 1234', 'cc-number', 23, 'wide')}
${input('expiry', 'Expiration date', 'MM / YY', 'cc-exp', 7)}
${input('cvc', 'Security code', 'CVC', 'cc-csc', 4)}
${input('postal', 'Postal code', 'ZIP', 'billing postal-code', 12)}
<div data-field="country" class="wide" hidden><label for="country">Country</label><select id="country" autocomplete="billing country">${choices}</select></div>
<p id="said" class="wide" role="alert"></p></form></main></body>
</html>
`.text
}

function input(id: string, label: string, example: string, autocomplete: string, max: number, wide = ''): Markup {
  const mode = id === 'postal' ? 'text' : 'numeric'
  return html`<div data-field="${id}" class="${wide}" hidden><label for="${id}">${label}</label><input id="${id}" autocomplete="${autocomplete}" inputmode="${mode}" placeholder="${example}" maxlength="${max}"></div>`
}
