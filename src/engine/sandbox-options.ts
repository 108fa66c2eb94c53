import type { Transport } from './events/delivery.js'
import type { AnyVendor } from './vendor.js'

/** Where a sandbox's state is kept. */
export interface StateOptions {
  /** Made where it is not there. One process uses it at a time. */
  readonly folder: string
  /** Whether answers wait until the disk has it, so that it outlasts a loss of power. Default false: it outlasts the process. */
  readonly fsync?: boolean | undefined
  /** How large what is appended gets, in bytes, before it is put together. */
  readonly most?: number | undefined
  /** The version of this Standin, told where another one goes on. */
  readonly standin?: string | undefined
}

/** How a sandbox is to be. */
export interface SandboxOptions {
  readonly vendors: readonly AnyVendor[]
  /** Of the default world; others get theirs from their name. Default `standin`. */
  readonly seed?: string | undefined
  /** Where clocks begin, Unix milliseconds; default now. */
  readonly at?: number | undefined
  readonly frozen?: boolean | undefined
  /** Sample data in every world. Default false. */
  readonly fixtures?: boolean | undefined
  /** Whether vendors' limits hold. Default true. */
  readonly limits?: boolean | undefined
  /** Check every answer against the description; one that does not fit is a 500. Default false. */
  readonly strict?: boolean | undefined
  /** Turn generic answers into errors. Default false. */
  readonly failOnGeneric?: boolean | undefined
  /** Let any well-formed test key open a fresh world. Default false. */
  readonly openKeys?: boolean | undefined
  /** Make what an unknown but well-formed id names when it is first seen, with the least that its type needs. Default false. */
  readonly materializeIds?: boolean | undefined
  /** Hosts beside loopback that deliveries may go to. */
  readonly allowedHosts?: readonly string[] | undefined
  /** Hosts beside loopback whose webhooks may be attacked. */
  readonly attackableHosts?: readonly string[] | undefined
  /** How deliveries leave. Default: over the network. */
  readonly transport?: Transport | undefined
  /** Where the log can be read, for the header Standin-Explain. */
  readonly controlUrl?: string | undefined
  /** Vendors' own settings, by the vendor's name. */
  readonly settings?: Readonly<Record<string, Readonly<Record<string, unknown>>>> | undefined
  /** Where the state outlasts the process. Default: nowhere. */
  readonly state?: StateOptions | undefined
  /** Told of failures of our own. Default: dropped, since each is in the log too. */
  readonly onFailure?: ((error: unknown) => void) | undefined
}
