import { behaviour } from '../../api.js'
import type { SubscriptionRow } from '../../outbound/rows.js'
import type { WorkdayWorld } from '../../world.js'
import { elementsOf, listOf, referenceOf, referencesOf, textOf } from '../elements.js'
import { validationFault } from '../faults.js'
import { answerSoap, readSoap } from '../operation.js'
import { cut, readPage, results } from '../paging.js'
import { invalidId, type ReadReference } from '../read.js'
import type { Elements, Reference } from '../write.js'

const PUT = 'Put_Subscription_Request'
const GET = 'Get_Subscriptions_Request'

/**
 * Adds a subscription or replaces one: a URL, and the user name and password that the receiver wants to see.
 * @throws validation faults @source facts B7 (read 2026-11-23) @unverified the names of its elements
 */
export const putSubscription = behaviour(
  'POST /ccx/service/{tenant}/Integrations/{version}#Put_Subscription_Request',
  (input, world) => {
    const soap = readSoap('Integrations', PUT, input)
    const data = elementsOf(soap.request.Subscription_Data)
    const endpoint = elementsOf(listOf(data.Endpoint_Data)[0])
    const named = referenceOf(soap.request.Subscription_Reference)
    const before = named && subscriptionNamed(world, named)
    const url = textOf(endpoint.Notification_URL) ?? ''
    if (!URL.canParse(url) || !/^https?:/.test(url)) throw validationFault(`'${url}' is not a valid Notification URL.`)
    const types = referencesOf(data.Transaction_Type_Reference).flatMap(({ ids }) => ids.map(({ value }) => value))
    const row = world.subscriptions.put({
      id: before?.id ?? world.newWid(),
      reference: textOf(data.Subscription_ID) ?? before?.reference ?? `SUB_${world.nextNumber('subscription', 1)}`,
      types,
      url,
      userName: textOf(endpoint.Notification_User_Name) ?? '',
      password: textOf(endpoint.Notification_Password) ?? '',
      disabled: endpoint.Disable_Endpoint === true,
    })
    return answerSoap(soap, PUT, { Subscription_Reference: refer(row) })
  },
)

/** The subscriptions, without their passwords. @source facts B7 (read 2026-11-23) @unverified the names of its elements */
export const getSubscriptions = behaviour(
  'POST /ccx/service/{tenant}/Integrations/{version}#Get_Subscriptions_Request',
  (input, world) => {
    const soap = readSoap('Integrations', GET, input)
    const page = readPage(elementsOf(soap.request.Response_Filter))
    const references = referencesOf(elementsOf(soap.request.Request_References).Subscription_Reference)
    const found =
      references.length > 0 ? references.map((each) => subscriptionNamed(world, each)) : world.subscriptions.all()
    return answerSoap(soap, GET, {
      Response_Filter: { Page: page.page, Count: page.count },
      Response_Results: results(found.length, page),
      Response_Data: { Subscription: cut(found, page).map(render) },
    })
  },
)

function subscriptionNamed(world: WorkdayWorld, { ids }: ReadReference): SubscriptionRow {
  const [id] = ids
  const row = world.subscriptions.all().find((each) => (id?.type === 'WID' ? each.id : each.reference) === id?.value)
  if (!row) throw invalidId(id?.type ?? 'WID', id?.value ?? '')
  return row
}

function refer({ id, reference }: SubscriptionRow): Reference {
  return {
    ids: [
      ['WID', id],
      ['Subscription_ID', reference],
    ],
  }
}

function render(row: SubscriptionRow): Elements {
  return {
    Subscription_Reference: refer(row),
    Subscription_Data: {
      Subscription_ID: row.reference,
      Transaction_Type_Reference: row.types.map((type) => ({ ids: [['Business_Process_Type', type]] as const })),
      Endpoint_Data: [
        { Notification_URL: row.url, Notification_User_Name: row.userName, Disable_Endpoint: row.disabled },
      ],
    },
  }
}
