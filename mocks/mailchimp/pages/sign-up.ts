import { escapeMarkup, VendorError } from '../../../src/engine/kit.js'
import { page } from '../api.js'
import type { List } from '../lists/list.js'
import { lookUpMember } from '../members/member.js'
import { saveMember } from '../members/save.js'
import type { MailchimpWorld } from '../world.js'
import { hidden, htmlPage, lostPage, textOf } from './html.js'

/** The vendor's own form for an audience: the one way back for who was deleted for good. @source facts A1, members (read 2026-11-23) */
export const signUpPage = page('GET /subscribe', ({ query }, world) => {
  const list = listOf(world, query)
  return list ? form(world, list) : lostPage()
})

/** Signs somebody up by themselves: pending where the audience asks for confirmation. @emits subscribe  @source facts A1, members (read 2026-11-23) */
export const signUp = page('POST /subscribe', ({ body, call }, world) => {
  const list = listOf(world, body)
  if (!list) return lostPage()
  const email = textOf(body, 'EMAIL').trim()
  const before = lookUpMember(world, list.id, email)
  const asks = list.settings.double_optin || before?.compliance === 'unsubscribed'
  const signedUp = { email_address: email, ip_signup: '127.0.0.1', timestamp_signup: world.now() }
  const status = asks ? ('pending' as const) : ('subscribed' as const)
  try {
    world.port.savepoint(() => {
      world.forgotten.revive(list.id, email)
      const input = { ...signedUp, status, merge_fields: mergeFields(world, list, body) }
      saveMember(world, list, before, input, { by: 'user', origin: call.origin, source: 'Hosted Signup Form' })
    })
  } catch (error) {
    if (!(error instanceof VendorError)) throw error
    return form(world, list, error.message)
  }
  return asks
    ? htmlPage({
        title: 'Almost finished',
        body: '<p>We need to confirm your email address: follow the link in the mail that we sent.</p>',
      })
    : htmlPage({ title: 'Subscription confirmed', body: `<p>You are on ${escapeMarkup(list.settings.name)}.</p>` })
})

function listOf(world: MailchimpWorld, query: unknown): List | undefined {
  return textOf(query, 'u') === world.account.accountId ? world.lists.find(textOf(query, 'id')) : undefined
}

function mergeFields(world: MailchimpWorld, list: List, body: unknown): Record<string, string> {
  const tags = world.mergeFields.where('parent', list.id).map(({ settings }) => settings.tag)
  return Object.fromEntries(tags.map((tag) => [tag, textOf(body, tag)]).filter(([, value]) => value !== ''))
}

function form(world: MailchimpWorld, list: List, wrong?: string) {
  const fields = world.mergeFields
    .where('parent', list.id)
    .filter(({ settings }) => settings.type !== 'address')
    .map(({ settings: { tag, name, required } }) => {
      const id = escapeMarkup(tag)
      return `<label for="${id}">${escapeMarkup(name)}</label><input id="${id}" name="${id}"${required ? ' required' : ''}>`
    })
  return htmlPage({
    title: list.settings.name,
    status: wrong === undefined ? 200 : 400,
    body: `${wrong === undefined ? '' : `<p class="wrong" role="alert">${escapeMarkup(wrong)}</p>`}
<form method="post" action="/subscribe">${hidden({ u: world.account.accountId, id: list.id })}
<label for="EMAIL">Email Address</label><input id="EMAIL" name="EMAIL" type="email" required autofocus>${fields.join('')}
<button type="submit">Subscribe</button></form>`,
  })
}
