import { reply } from '../../../src/engine/kit.js'
import { page } from '../api.js'
import { personalise } from '../campaigns/personalise.js'
import { htmlPage, lostPage, textOf } from './html.js'

/** What mail may do where it is shown: no script, and no form but what its links lead to. */
const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; base-uri 'none'; frame-ancestors 'none'; sandbox allow-popups"

/**
 * A campaign as it is read in a browser; with `e`, as the member of that id got it, their own links in it.
 * @source facts A1, campaigns (read 2026-11-23)
 */
export const archivePage = page('GET /archive', ({ query }, world) => {
  const campaign = world.campaigns.find(textOf(query, 'id'))
  if (!campaign || textOf(query, 'u') !== world.account.accountId) return lostPage()
  const wanted = textOf(query, 'e')
  const member = world.members.where('uniqueEmailId', wanted).find(({ parent }) => parent === campaign.list)
  if (wanted !== '' && !member) return lostPage()
  const html = member ? personalise(world, campaign, member) : campaign.content.html
  if (html === '')
    return htmlPage({ title: campaign.settings.subject_line || 'Campaign', body: '<p>It has no content yet.</p>' })
  return reply({ body: html, contentType: 'text/html; charset=utf-8', headers: { 'Content-Security-Policy': POLICY } })
})
