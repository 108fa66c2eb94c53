import type { PathItem, Schema, Verb } from '../../../document.js'
import type { Components } from '../../components.js'
import { audienceSchemas, audiences } from './audiences.js'
import { type NewerOperations, operationOf } from './operation.js'
import { smsCampaignSchemas, smsCampaigns } from './sms-campaigns.js'
import { surveySchemas, surveys } from './surveys.js'

const PIXEL = '/3.0/connected-sites/{connected_site_id}/actions'

const pixel: NewerOperations = {
  [`POST ${PIXEL}/enable-pixel`]: { id: 'postConnectedSitesIdActionsEnablePixel' },
  [`POST ${PIXEL}/disable-pixel`]: { id: 'postConnectedSitesIdActionsDisablePixel' },
}

const operations: NewerOperations = { ...audiences, ...smsCampaigns, ...surveys, ...pixel }
const schemas: Readonly<Record<string, Schema>> = { ...audienceSchemas, ...smsCampaignSchemas, ...surveySchemas }

/** Resources of a shop that can be put under an id of the caller's, as variants and customers could before: what they take and answer is known. */
const PUT = [
  ['/3.0/ecommerce/stores/{store_id}/orders', 'order_id', 'putEcommerceStoresIdOrdersId'],
  ['/3.0/ecommerce/stores/{store_id}/products', 'product_id', 'putEcommerceStoresIdProductsId'],
] as const

/**
 * Operations of Marketing that came after 3.0.55, as it is written down in facts B.
 * @source the vendor's own list of operations of 3.0.91 (read 2026-11-24), with which test/contracts/mailchimp compares
 */
export function addNewer(paths: Record<string, PathItem>, components: Components): void {
  Object.assign(components.schemas, schemas)
  for (const [key, said] of Object.entries(operations)) {
    const [method = '', path = ''] = key.split(' ')
    paths[path] = { ...paths[path], [method.toLowerCase() as Verb]: operationOf(path, said) }
  }
  for (const [collection, id, name] of PUT) {
    const path = `${collection}/{${id}}`
    const [make, item] = [paths[collection]?.post, paths[path]]
    if (!make?.requestBody || !item?.get) throw new Error(`the Marketing description lacks what makes ${path}`)
    const parameters = (item.get.parameters ?? []).filter((parameter) => parameter.in === 'path')
    item.put = { ...make, operationId: name, parameters }
  }
}
