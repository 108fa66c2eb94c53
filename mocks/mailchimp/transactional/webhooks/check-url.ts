import type { DeliveryRequest } from '../../../../src/engine/kit.js'
import { invalidFields } from '../error-table.js'
import type { Transactional } from '../transactional.js'
import { webhookRequest } from './request.js'
import { CHECK_KEY } from './signature.js'

const TIMEOUT = 10_000
const AGENT = { 'User-Agent': 'Mandrill-Webhook/1.0' }

/**
 * Asks a URL whether it is one: HEAD, and where that is not answered with 200, a POST of an empty list. One that the sandbox may
 * not reach is believed.
 * @throws ValidationError
 * @source https://mandrill.zendesk.com/hc/en-us/articles/360038740014 (facts A2); @unverified the words
 */
export async function checkUrl(tx: Transactional, url: string): Promise<void> {
  if (!/^https?:\/\/[^\s/]+/i.test(url) || !URL.canParse(url)) throw invalidFields({ url: 'Please enter a valid URL' })
  const { sandbox } = tx.port.world
  if (!sandbox.mayDeliver(url)) return
  const statusOf = async (request: DeliveryRequest) => {
    try {
      return (await sandbox.transport(request, TIMEOUT)).status
    } catch {
      return undefined
    }
  }
  if ((await statusOf({ method: 'HEAD', url, headers: AGENT, body: '' })) === 200) return
  const status = await statusOf(webhookRequest(url, CHECK_KEY, []))
  if (status === 200) return
  const said = status === undefined ? 'it could not be reached' : `HTTP status ${status}`
  throw invalidFields({ url: `POST to this URL failed: ${said}` })
}
