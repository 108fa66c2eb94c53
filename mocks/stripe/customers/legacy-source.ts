import { notModelled } from '../errors.js'

/** Cards kept as a customer's `sources` came before payment methods; Standin does not keep them. */
export function refuseLegacySource(source: unknown): void {
  if (source !== undefined && source !== '')
    throw notModelled('the legacy `source` of a customer (attach a payment method instead)')
}
