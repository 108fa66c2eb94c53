import { escapeMarkup, reply } from '../../../src/engine/kit.js'
import { completeOnboarding, type Onboarding } from '../account-links/onboarding.js'
import { page } from '../api.js'
import { balanceOf } from '../balance/total.js'
import { shown, symbol } from '../payment-intents/amount.js'
import type { StripeWorld } from '../world.js'
import { htmlPage } from './html.js'

/**
 * The page on which the owner of a connected account tells what Stripe asks for, all at once with made-up data. A link that is used up
 * leads to the `refresh_url`.
 * @throws resource_missing (404)  @source https://docs.stripe.com/connect/hosted-onboarding (read 2026-11); @unverified that it looks like Stripe's own
 */
export const showOnboarding = page('GET /setup/s/{account}/{link}', ({ params }, world: StripeWorld) => {
  const link = world.onboardings.get(params.link ?? '', 'link')
  const over = isOver(link, world)
  if (over) return over
  const own = world.of(link.account)
  const due = own.account.requirements?.currently_due ?? []
  const asked = due.map((field) => `<dt>${escapeMarkup(field)}</dt><dd>wanted</dd>`).join('')
  return htmlPage(
    'Onboarding test page',
    `<p>${escapeMarkup(own.account.id)} is asked for ${due.length} things. They are filled in with made-up data.</p>
<dl>${asked || '<dt>Nothing</dt><dd>is wanted</dd>'}</dl>
<form method="post"><button class="go" name="outcome" value="complete">Complete</button><button class="stop" name="outcome" value="leave">Leave for later</button></form>`,
  )
})

/**
 * What the person chose; a test may post `outcome=complete` or `outcome=leave` by itself. Both lead to the `return_url`.
 * @throws resource_missing (404)  @emits account.updated, capability.updated  @source https://docs.stripe.com/connect/hosted-onboarding (read 2026-11)
 */
export const answerOnboarding = page('POST /setup/s/{account}/{link}', ({ params, body }, world: StripeWorld) => {
  const { outcome } = body as { outcome?: string }
  const link = world.onboardings.get(params.link ?? '', 'link')
  const over = isOver(link, world)
  if (over) return over
  if (outcome !== 'complete' && outcome !== 'leave') {
    return htmlPage(
      'That was no answer',
      '<p>Send <code>outcome=complete</code> or <code>outcome=leave</code>.</p>',
      400,
    )
  }
  world.onboardings.update(link.id, { used: true })
  if (outcome === 'complete') completeOnboarding(world.of(link.account))
  return goTo(link.returnUrl)
})

/** The Express Dashboard of a connected account: its balance. @throws resource_missing (404) @source https://docs.stripe.com/connect/express-dashboard (from memory); @unverified how it looks */
export const showExpressDashboard = page('GET /express/{account}/{link}', ({ params }, world: StripeWorld) => {
  const link = world.onboardings.get(params.link ?? '', 'link')
  const own = world.of(link.account)
  const { available, pending } = balanceOf(own)
  const rows = [
    ...available.map((each) => ({ ...each, is: 'Available' })),
    ...pending.map((each) => ({ ...each, is: 'Pending' })),
  ]
  const list = rows.map(
    ({ is, amount, currency }) =>
      `<dt>${is}</dt><dd>${escapeMarkup(`${symbol(currency)}${shown(amount, currency)} ${currency.toUpperCase()}`)}</dd>`,
  )
  return htmlPage('Express Dashboard', `<p>${escapeMarkup(own.account.id)}</p><dl>${list.join('')}</dl>`)
})

/** A link that was used, or whose time is over. */
function isOver(link: Onboarding, world: StripeWorld) {
  if (!link.used && world.now() < link.expires) return undefined
  return goTo(link.refreshUrl)
}

function goTo(url: string | null) {
  if (url === null) return htmlPage('This link is used up', '<p>Ask for another one.</p>', 410)
  return reply({ status: 303, headers: { Location: url }, body: '', contentType: 'text/plain' })
}
