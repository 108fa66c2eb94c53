import type { ProbeRules } from '../../../contracts/probe-rules.js'
import { SandboxError } from '../../engine/errors.js'

const LOOPBACK = /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/

/**
 * Lets nothing through but a vendor's test mode or this machine.
 * @throws SANDBOX_FORBIDDEN for a live credential, one that is not certainly of test mode, and any other host
 */
export function guardProbe(rules: ProbeRules, baseUrl: string, credential: string): URL {
  const url = URL.canParse(baseUrl) ? new URL(baseUrl) : undefined
  if (!url || (url.protocol !== 'https:' && url.protocol !== 'http:')) {
    const remedy = 'Write it in full: https://api.example.com or http://127.0.0.1:4011.'
    throw new SandboxError('SANDBOX_BAD_INPUT', `'${baseUrl}' is no base URL.`, remedy)
  }
  const mode = rules.modeOf(credential)
  if (mode !== 'test') {
    const what = mode === 'live' ? 'is a live one' : 'is not one of test mode for certain'
    const remedy = `Give one of test mode in ${rules.variable}.`
    throw new SandboxError(
      'SANDBOX_FORBIDDEN',
      `The credential in ${rules.variable} ${what}: nothing was sent.`,
      remedy,
    )
  }
  if (url.username !== '' || url.password !== '') {
    throw new SandboxError('SANDBOX_FORBIDDEN', 'The base URL holds a credential.', `Give it in ${rules.variable}.`)
  }
  if (LOOPBACK.test(url.hostname)) return url
  const remedy = `Probe ${rules.testHosts.join(', ')}, or a sandbox on this machine.`
  if (!rules.testHosts.includes(url.hostname)) {
    const message = `${url.hostname} is neither the vendor's test host nor this machine: nothing was sent.`
    throw new SandboxError('SANDBOX_FORBIDDEN', message, remedy)
  }
  if (url.protocol !== 'https:' || (url.port !== '' && url.port !== '443')) {
    throw new SandboxError(
      'SANDBOX_FORBIDDEN',
      `${baseUrl} is not the vendor's own HTTPS port: nothing was sent.`,
      remedy,
    )
  }
  return url
}
