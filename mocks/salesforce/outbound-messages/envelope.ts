import { escapeMarkup } from '../../../src/engine/kit.js'
import type { RecordRow } from '../records/record.js'
import type { SalesforceWorld } from '../world.js'
import type { OutboundBatch, OutboundMessage } from './outbound-message.js'

/**
 * The SOAP document that an endpoint gets: the records as they are now, not as they were when they were saved.
 * @source https://developer.salesforce.com/docs/atlas.en-us.api.meta/api/sforce_api_om_outboundmessaging_notifications.htm (read 2026-11)
 */
export function notificationsEnvelope(world: SalesforceWorld, message: OutboundMessage, batch: OutboundBatch): string {
  const { organization, myDomain } = world.oauth.org
  const org = organization.slice(0, 15)
  const soap = (kind: string) => `https://${myDomain}/services/Soap/${kind}/${message.apiVersion}/${org}`
  const session =
    batch.session === null ? '<SessionId xsi:nil="true"/>' : `<SessionId>${escapeMarkup(batch.session)}</SessionId>`
  const notifications = batch.notifications.map(({ id, record }) => {
    const row = world.records(message.object).find(record)
    return `<Notification><Id>${id}</Id><sObject xsi:type="sf:${message.object}" xmlns:sf="urn:sobject.enterprise.soap.sforce.com">${fieldsOf(world, message, record, row)}</sObject></Notification>`
  })
  return `<?xml version="1.0" encoding="UTF-8"?>
<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><soapenv:Body><notifications xmlns="http://soap.sforce.com/2005/09/outbound"><OrganizationId>${organization}</OrganizationId><ActionId>${message.id}</ActionId>${session}<EnterpriseUrl>${soap('c')}</EnterpriseUrl><PartnerUrl>${soap('u')}</PartnerUrl>${notifications.join('')}</notifications></soapenv:Body></soapenv:Envelope>`
}

/** Id first, then the message's fields; what is null, or may not be seen by the message's user, is left out. */
function fieldsOf(world: SalesforceWorld, message: OutboundMessage, id: string, row: RecordRow | undefined): string {
  const object = world.catalogue.object(message.object)
  let out = `<sf:Id>${id}</sf:Id>`
  for (const name of message.fields) {
    const field = object?.field(name)
    if (!field || field.name === 'Id' || !world.rights.visible(message.user, message.object, field.name)) continue
    const value = row?.[field.name]
    if (value === null || value === undefined) continue
    const text = String(value).replace(/^(\d{4}-\d\d-\d\dT[\d:.]+)\+0000$/, '$1Z')
    out += `<sf:${field.name}>${escapeMarkup(text)}</sf:${field.name}>`
  }
  return out
}

const ACK = /<(?:\w+:)?notificationsResponse\b[^>]*>\s*<(?:\w+:)?Ack\b[^>]*>\s*true\s*<\/(?:\w+:)?Ack>/i

/** Whether an endpoint's answer acknowledges all notifications of the POST. */
export function isAcknowledged(status: number, body: string): boolean {
  return status === 200 && ACK.test(body)
}
