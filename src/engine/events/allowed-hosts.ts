/**
 * Deliveries and URL checks leave only for loopback, or for hosts that the user has named. `*.example.test` stands for
 * every host under it.
 */
export function mayReach(url: string, allowed: readonly string[]): boolean {
  let host: string
  try {
    const parsed = new URL(url)
    if (parsed.protocol !== 'http:' && parsed.protocol !== 'https:') return false
    host = parsed.hostname.toLowerCase().replace(/^\[|\]$/g, '')
  } catch {
    return false
  }
  return isLoopback(host) || allowed.some((pattern) => fits(host, pattern.toLowerCase()))
}

export function isLoopback(host: string): boolean {
  return host === 'localhost' || host.endsWith('.localhost') || host === '::1' || /^127(?:\.\d{1,3}){3}$/.test(host)
}

function fits(host: string, pattern: string): boolean {
  return pattern.startsWith('*.') ? host.endsWith(pattern.slice(1)) : host === pattern
}
