import { reply } from '../../../src/engine/kit.js'
import { page } from '../api.js'
import { trackClick, trackOpen } from '../campaigns/track.js'
import { lostPage, redirect, textOf } from './html.js'
import { subjectOf } from './subject.js'

/** A transparent image of one point (GIF). */
const POINT = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64')

/** The image in a mail: whoever shows it has opened the mail. Transactional has the vendor's own path for it, in the same world. @source facts A1, campaigns (read 2026-11-23) */
export const openPixel = page('GET /track/opened.gif', ({ query }, world) => {
  const subject = subjectOf(world, query)
  if (subject) trackOpen(world, `${textOf(query, 'c')}/${subject.member.hash}`)
  return reply({ body: POINT, contentType: 'image/gif', headers: { 'Cache-Control': 'no-store' } })
})

/** A link in a mail: counted, then followed. @source facts A1, campaigns (read 2026-11-23) */
export const followLink = page('GET /track/click', ({ query }, world) => {
  const subject = subjectOf(world, query)
  const campaign = textOf(query, 'c')
  const link = world.campaignLinks.find(`${campaign}/${textOf(query, 'l')}`)
  if (!link) return lostPage()
  if (subject) trackClick(world, `${campaign}/${subject.member.hash}`, link.linkId)
  return redirect(link.url)
})
