import type { AnyVendor } from '../../engine/vendor.js'
import type { StandinConfig } from '../config/schema.js'

/** Of the control API, unless told otherwise; vendors' own follow it. */
export const CONTROL_PORT = 4010

export interface Ports {
  readonly control: number
  /** By vendor. */
  readonly vendors: Readonly<Record<string, number>>
}

/** A vendor's own port is so far from the control port whatever the base is. */
export function choosePorts(
  vendors: readonly AnyVendor[],
  config: StandinConfig,
  options: { readonly portBase?: number; readonly controlPort?: number },
): Ports {
  const base = options.portBase ?? config.ports?.base ?? CONTROL_PORT
  // On the command line a base moves all, whatever the file says of one.
  const own = options.portBase === undefined ? (config.ports ?? {}) : {}
  const entries = vendors.map(({ name, port }) => {
    const follows = base === 0 || port === 0 ? 0 : base + port - CONTROL_PORT
    return [name, own[name] ?? follows] as const
  })
  return { control: options.controlPort ?? own.control ?? base, vendors: Object.fromEntries(entries) }
}

/** Free ones, for a sandbox that only one program uses. */
export function freePorts(vendors: readonly AnyVendor[]): Ports {
  return { control: 0, vendors: Object.fromEntries(vendors.map(({ name }) => [name, 0])) }
}
