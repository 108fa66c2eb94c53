import type { CredentialView } from '../../engine/control/credentials.js'
import type { StateReport } from '../../engine/journal/sandbox-state.js'
import type { Style } from '../render/style.js'
import { middle, renderTable } from '../render/table.js'

export interface StartedVendor {
  readonly name: string
  readonly label: string
  readonly description: { readonly version: string; readonly source: string }
  /** https first. */
  readonly urls: readonly string[]
  readonly credentials: readonly CredentialView[]
  readonly webhooks: readonly { readonly endpoint: string; readonly url: string; readonly secret: string }[]
  readonly operations: { readonly modelled: number; readonly total: number }
  readonly usage: string | undefined
}

export interface Started {
  readonly pid: number
  readonly controlUrl: string
  /** The page for a browser, with the sandbox's token; undefined where it was not built. */
  readonly inspectorUrl: string | undefined
  /** Undefined where no certificate can be made. */
  readonly caPath: string | undefined
  /** What was found where the state is kept; undefined where it is not. */
  readonly state: StateReport | undefined
  readonly vendors: readonly StartedVendor[]
}

/** One table with all that a program needs, then what to do with it. */
export function startedView(style: Style, started: Started): string {
  const head = ['Vendor', 'URL', 'Test credentials', 'Webhook secret', 'Operations']
  const rows = started.vendors.map((vendor) => [
    `${style.bold(vendor.label)}\n${style.dim(vendor.description.version)}`,
    vendor.urls.join('\n'),
    credentials(style, vendor),
    vendor.webhooks.map(({ secret }) => secret).join('\n') || style.dim('none yet'),
    `${vendor.operations.modelled} modelled\nof ${vendor.operations.total}`,
  ])
  return `${renderTable(style, head, rows)}\n${hints(style, started)}`
}

/** So many, in so many characters: the table is to be read at a glance, and `standin env` has all. */
const SHOWN = 4
const WIDEST = 40

function credentials(style: Style, { credentials: all }: StartedVendor): string {
  const rows = all.filter(({ address, multiline }) => !address && !multiline)
  const shown = rows.slice(0, SHOWN).map(({ value }) => (style.width === undefined ? value : middle(value, WIDEST)))
  const more = rows.length - shown.length
  return [...shown, ...(more > 0 ? [style.dim(`and ${more} more: standin env`)] : [])].join('\n') || 'none'
}

function stateLine({ folder, worlds, rows, milliseconds }: StateReport): string {
  if (worlds === 0) return `${folder}, new`
  const what = `${worlds} ${worlds === 1 ? 'world' : 'worlds'} with ${rows} ${rows === 1 ? 'row' : 'rows'}`
  return `${folder}: ${what}, read in ${Math.round(milliseconds)} ms`
}

function hints(style: Style, { controlUrl, inspectorUrl, caPath, state, vendors }: Started): string {
  const usages = vendors.flatMap(({ usage }) => (usage === undefined ? [] : [usage]))
  const lines: [what: string, how: string][] = [
    ...(inspectorUrl === undefined ? [] : [['Inspector', inspectorUrl] as [string, string]]),
    ['Control', controlUrl],
    ...(state === undefined ? [] : [['State', stateLine(state)] as [string, string]]),
    ...usages.map((usage): [string, string] => ['In your program', usage]),
    ['Credentials whole', 'standin env, or: standin env --write .env.standin'],
    ...(caPath === undefined ? [] : [['Trust for https', `NODE_EXTRA_CA_CERTS=${caPath}`] as [string, string]]),
    ['Webhooks', 'standin webhooks listen, or start with --forward'],
    ['Change nothing', 'standin run -- <your program>'],
  ]
  return `${lines.map(([what, how]) => `${style.dim(what.padEnd(18))} ${how}`).join('\n')}\n`
}
