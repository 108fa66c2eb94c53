import { behaviour, type Reader } from '../api.js'
import { mergeMetadata } from '../metadata.js'

/** Codes that register a simulated reader, and what it is. @source https://docs.stripe.com/terminal/references/testing (read 2026-11); @unverified those after the first two */
const SIMULATED: Readonly<Record<string, Reader['device_type']>> = {
  'simulated-wpe': 'simulated_wisepos_e',
  'simulated-s700': 'simulated_stripe_s700',
  'simulated-s710': 'simulated_stripe_s710',
  'simulated-t600': 'simulated_stripe_t600',
  'simulated-m425': 'simulated_verifone_m425',
  'simulated-p630': 'simulated_verifone_p630',
  'simulated-ux700': 'simulated_verifone_ux700',
  'simulated-v660p': 'simulated_verifone_v660p',
}

/**
 * Registers a reader. Any other code stands for a reader on a desk: there is none to ask whether it shows that code.
 * @throws resource_missing (400)  @source https://docs.stripe.com/api/terminal/readers/create (read 2026-11); @unverified serial numbers, versions
 */
export const createReader = behaviour('POST /v1/terminal/readers', ({ body }, world) => {
  const { registration_code: code, label = code, location = null, metadata } = body
  if (location !== null) world.collection('terminal.location').named(location, 'location')
  const device = SIMULATED[code]
  return world.readers.insert({
    id: world.id('tmr'),
    object: 'terminal.reader',
    action: null,
    device_sw_version: null,
    device_type: device ?? 'bbpos_wisepos_e',
    ip_address: device ? '0.0.0.0' : '127.0.0.1',
    label,
    last_seen_at: world.port.now(),
    livemode: false,
    location,
    metadata: mergeMetadata({}, metadata),
    serial_number: `${device ? 'SIMULATOR' : 'WSC'}-${world.digits(10)}`,
    status: 'online',
  })
})
