import { z } from 'zod'

/** What `standin.config.*` may hold. All of it may be left out; what is given on the command line goes before it. */
export interface StandinConfig {
  /** To start; default all. */
  readonly vendors?: readonly string[] | undefined
  /** The address to listen on; default 127.0.0.1. */
  readonly host?: string | undefined
  /** `base` moves all; a vendor's name, or `control`, one. 0 takes a free one. */
  readonly ports?: Readonly<Record<string, number | undefined>> | undefined
  readonly seed?: string | undefined
  /** Where the clock begins, ISO 8601. */
  readonly at?: string | undefined
  readonly frozen?: boolean | undefined
  /** Sample data in every world. */
  readonly fixtures?: boolean | undefined
  readonly limits?: boolean | undefined
  readonly strict?: boolean | undefined
  readonly failOn?: 'generic' | undefined
  readonly openKeys?: boolean | undefined
  /** Make what an unknown but well-formed id names. */
  readonly materializeIds?: boolean | undefined
  readonly httpsOnly?: boolean | undefined
  /** Hosts beside loopback that webhooks may go to. */
  readonly allow?: readonly string[] | undefined
  /** `allow`: hosts beside loopback that `webhooks attack` may be pointed at. */
  readonly attack?: { readonly allow?: readonly string[] | undefined } | undefined
  /** Names beside loopback under which the control API may be called. */
  readonly controlHosts?: readonly string[] | undefined
  /** Where each vendor's webhooks are sent. */
  readonly forward?: Readonly<Record<string, string | readonly string[]>> | undefined
  /** Keep what happens, so that `bundle save` can hand it on. Default true. */
  readonly record?: boolean | undefined
  /** A folder in which `standin start` keeps all worlds; relative to the file. */
  readonly state?: string | undefined
  /** Answer only when the disk has it, so that the state outlasts a loss of power. */
  readonly fsync?: boolean | undefined
  /** A folder with scenarios of one's own; relative to the file. */
  readonly scenarios?: string | undefined
  /** Where the local certificate authority is kept; relative to the file. */
  readonly caDir?: string | undefined
  /** Under a vendor's name: its own settings. */
  readonly [vendor: string]: unknown
}

const port = z.number().int().min(0).max(65_535)
const url = z.url({ protocol: /^https?$/ })
const host = z.string().regex(/^(?:\*\.)?[\w.-]+(?::\d+)?$/, 'host name')
const time = z.string().regex(/^\d{4}-\d\d-\d\d(?:T[\d:.]+(?:Z|[+-]\d\d:\d\d)?)?$/, 'time in ISO 8601')

/** @param vendors that there are: each may have settings under its name */
export function configSchema(vendors: readonly string[]) {
  const each = <T extends z.ZodType>(type: T) => Object.fromEntries(vendors.map((name) => [name, type.optional()]))
  return z.strictObject({
    vendors: z
      .array(z.enum(vendors as [string, ...string[]]))
      .min(1)
      .optional(),
    host: z.string().min(1).optional(),
    ports: z.strictObject({ base: port.optional(), control: port.optional(), ...each(port) }).optional(),
    seed: z.string().min(1).optional(),
    at: time.optional(),
    frozen: z.boolean().optional(),
    fixtures: z.boolean().optional(),
    limits: z.boolean().optional(),
    strict: z.boolean().optional(),
    failOn: z.literal('generic').optional(),
    openKeys: z.boolean().optional(),
    materializeIds: z.boolean().optional(),
    httpsOnly: z.boolean().optional(),
    allow: z.array(host).optional(),
    attack: z.strictObject({ allow: z.array(host).optional() }).optional(),
    controlHosts: z.array(host).optional(),
    forward: z.strictObject(each(z.union([url, z.array(url)]))).optional(),
    record: z.boolean().optional(),
    state: z.string().min(1).optional(),
    fsync: z.boolean().optional(),
    scenarios: z.string().min(1).optional(),
    caDir: z.string().min(1).optional(),
    ...each(z.record(z.string(), z.unknown())),
  })
}
