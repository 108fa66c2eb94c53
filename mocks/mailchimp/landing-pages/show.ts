import { escapeMarkup } from '../../../src/engine/kit.js'
import { page } from '../api.js'
import { htmlPage, lostPage, textOf } from '../pages/html.js'

/** A page that is published: its title and description, with the way to its audience's form. @source https://mailchimp.com/developer/marketing/api/landing-pages/ (read 2026-11) */
export const showLandingPage = page('GET /landing/{page}', ({ params, query }, world) => {
  const row = world.landingPages.find(params.page ?? '')
  if (row?.wire.status !== 'published' || textOf(query, 'u') !== world.account.accountId) return lostPage()
  const { title, description, list_id: list } = row.wire
  const form = `/subscribe?u=${world.account.accountId}&id=${String(list)}`
  return htmlPage({
    title: String(title ?? ''),
    body: `<p>${escapeMarkup(String(description ?? ''))}</p><p><a href="${escapeMarkup(form)}">Subscribe</a></p>`,
  })
})
