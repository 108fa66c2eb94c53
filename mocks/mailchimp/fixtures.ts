import { insertCampaign } from './campaigns/create.js'
import { beginSending } from './campaigns/send-job.js'
import { insertList } from './lists/create.js'
import { saveMember } from './members/save.js'
import type { MailchimpWorld } from './world.js'

const PEOPLE: readonly (readonly [first: string, last: string, status: 'subscribed' | 'pending' | 'unsubscribed'])[] = [
  ['Ada', 'Lovelace', 'subscribed'],
  ['Grace', 'Hopper', 'subscribed'],
  ['Mary', 'Somerville', 'subscribed'],
  ['Emmy', 'Noether', 'subscribed'],
  ['Lise', 'Meitner', 'pending'],
  ['Maria', 'Mitchell', 'unsubscribed'],
]
const ORIGIN = 'https://us6.api.mailchimp.com'
const SETTINGS = { from_name: 'Standin', reply_to: 'news@standin.test' }

/** Sample data: an audience of six with two tags, a campaign that is on its way, and a draft. */
export function seedAudience(world: MailchimpWorld): void {
  const list = insertList(world, {
    name: 'Standin News',
    permission_reminder: 'You signed up on our site.',
    email_type_option: true,
    contact: {
      company: 'Standin',
      address1: '1 Sample Road',
      city: 'Atlanta',
      state: 'GA',
      zip: '30308',
      country: 'US',
    },
    campaign_defaults: { from_name: 'Standin', from_email: 'news@standin.test', subject: '', language: 'en' },
  })
  PEOPLE.forEach(([first, last, status], i) => {
    const input = {
      email_address: `${first}.${last}@standin.test`.toLowerCase(),
      status,
      merge_fields: { FNAME: first, LNAME: last },
      tags: i < 2 ? ['Customer', 'Early'] : ['Customer'],
    }
    const current = world.lists.find(list.id) ?? list
    saveMember(world, current, undefined, input, { by: 'api', origin: ORIGIN })
  })
  const content = {
    html: '<h1>Dear *|FNAME|*</h1><p><a href="https://standin.test/">Read on</a></p>',
    plain_text: 'Dear *|FNAME|*',
  }
  const recipients = { list_id: list.id }
  for (const [title, sends] of [
    ['Welcome', true],
    ['Next month', false],
  ] as const) {
    const settings = { ...SETTINGS, title, subject_line: title }
    const campaign = insertCampaign(world, { type: 'regular', recipients, settings }, ORIGIN)
    world.campaigns.put({ ...campaign, content, contentType: 'html', status: sends ? 'sending' : 'save' })
    if (sends) beginSending(world, campaign.id)
  }
}
