import type { HostMap } from '../host-map.js'

/** What the hook is told, as JSON in the environment, so that children of children get it too. */
export interface HookSettings {
  readonly hosts: HostMap
  /** The root certificate of this machine's own authority, PEM. */
  readonly caPath: string
  /** The proxy's port: a tunnel through it is let be, since it leads to the same stand-ins. */
  readonly proxyPort?: number | undefined
}

/** The variable's name. */
export const HOOK_VARIABLE = 'STANDIN_HOOK'

/** Undefined where the variable is not set. @throws Error where it holds something else than settings */
export function readSettings(text: string | undefined): HookSettings | undefined {
  if (text === undefined || text === '') return undefined
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    value = undefined
  }
  if (isSettings(value)) return value
  // Not ignored: the program would reach the real vendors.
  throw new Error(`${HOOK_VARIABLE} does not hold what Standin wrote there: ${text.slice(0, 80)}. Unset it.`)
}

function isSettings(value: unknown): value is HookSettings {
  if (typeof value !== 'object' || value === null) return false
  return 'hosts' in value && Array.isArray(value.hosts) && 'caPath' in value && typeof value.caPath === 'string'
}
