import { behaviour } from '../api.js'
import { checkAddress } from '../members/check-address.js'
import { findCampaign } from './campaign.js'

/** Sends a campaign to a few to look at: merge tags stay as they are. @throws ResourceNotFound (404), InvalidResource (400)  @source https://mailchimp.com/developer/marketing/api/campaigns/send-test-email/ (read 2026-11) */
export const sendTest = behaviour('POST /3.0/campaigns/{campaign_id}/actions/test', ({ params, body }, world) => {
  const campaign = findCampaign(world, params.campaign_id)
  for (const to of body.test_emails) {
    checkAddress(world, to)
    world.mails.insert({
      id: `mail_${world.nextNumber('mail')}`,
      to,
      owner: to.toLowerCase(),
      kind: 'test',
      subject: `[Test] ${campaign.settings.subject_line ?? ''}`,
      html: body.send_type === 'html' ? campaign.content.html : '',
      text: campaign.content.plain_text,
      sentAt: world.now(),
      link: '',
    })
  }
})
