import type { ApiResource } from '../resources/api-resource.js'
import { forgetRecipient } from '../transactional/forget.js'
import { transactionalOf } from '../transactional/transactional.js'
import type { MailchimpWorld } from '../world.js'
import type { Member } from './member.js'

/**
 * Takes away all that this account knows of somebody in an audience: themselves, their notes, events, activity, tags, what they
 * were sent, who they are in the audience's shops, what webhooks said of them and what batches answered. Counts in reports
 * stay, since they name nobody.
 * @unverified that what Transactional sent them goes with the last audience that they are in
 */
export function eraseMember(world: MailchimpWorld, member: Member): void {
  const { id, parent, email, hash } = member
  world.members.delete(id)
  world.contacts.delete(member.contactId)
  for (const table of [world.notes, world.memberEvents, world.activity, world.smsChannels]) {
    for (const row of table.where('parent', id)) table.delete(row.id)
  }
  for (const row of world.segmentMembers.where('member', id)) world.segmentMembers.delete(row.id)
  for (const row of world.recipients.where('hash', hash)) {
    if (row.list !== parent) continue
    // Its id names them too.
    world.recipients.delete(row.id)
    const number = world.nextNumber('erased recipient')
    world.recipients.insert({ ...row, id: `${row.parent}/erased-${number}`, hash: '', email: '' })
  }
  eraseMails(world, email)
  eraseShopper(world, parent, email)
  eraseTraces(world, [email.toLowerCase(), encodeURIComponent(email).toLowerCase(), hash])
  // The account's other API keeps people by their address alone: who is nowhere else in the account is gone from there too.
  if (world.members.where('hash', hash).length === 0) forgetRecipient(transactionalOf(world), email)
  world.forgotten.remember(parent, email)
}

function eraseMails(world: MailchimpWorld, email: string): void {
  for (const mail of world.mails.where('owner', email.toLowerCase())) world.mails.delete(mail.id)
}

/** Customers of shops that belong to the audience; their orders stay, without them. */
function eraseShopper(world: MailchimpWorld, list: string, email: string): void {
  const customers = world.resources<ApiResource>('ecommerce/stores/customers')
  const stores = world.resources<ApiResource>('ecommerce/stores')
  for (const customer of customers.all()) {
    if (stores.find(customer.parent)?.wire.list_id !== list) continue
    if (String(customer.wire.email_address).toLowerCase() === email.toLowerCase()) customers.delete(customer.id)
  }
  for (const kind of ['orders', 'carts']) {
    const rows = world.resources<ApiResource>(`ecommerce/stores/${kind}`)
    for (const row of rows.all()) {
      const { customer } = row.wire as { customer?: { email_address?: unknown } }
      if (String(customer?.email_address ?? '').toLowerCase() !== email.toLowerCase()) continue
      rows.put({ ...row, wire: { ...row.wire, customer: { id: '' } } })
    }
  }
}

/** What was told and answered: of a webhook's payload nothing is left, of a batch's answers those that name them are empty. */
function eraseTraces(world: MailchimpWorld, needles: readonly string[]): void {
  const named = (text: string) => needles.some((needle) => text.toLowerCase().includes(needle))
  for (const event of world.webhookEvents.all()) if (named(event.body)) world.webhookEvents.put({ ...event, body: '' })
  for (const result of world.batchResults.all()) {
    if (named(JSON.stringify(result))) {
      world.batchResults.put({
        ...result,
        answers: result.answers.map((answer) => (named(answer.response) ? { ...answer, response: '{}' } : answer)),
      })
    }
  }
  for (const batch of world.batches.all()) {
    if (batch.operations.some((operation) => named(JSON.stringify(operation)))) {
      const operations = batch.operations.map((one) =>
        named(JSON.stringify(one)) ? { ...one, path: '', body: '', params: {} } : one,
      )
      world.batches.put({ ...batch, operations })
    }
  }
}
