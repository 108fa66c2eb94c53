import type { Credential } from '../credential-rules.js'
import { mask } from '../redact.js'
import type { VendorRuntime } from '../vendor-runtime.js'
import type { World } from '../world/world.js'
import type { Use } from './access-ledger.js'
import { rollableOf } from './roll-credential.js'

/** A key, password or secret: how it stands, and who used it. Its value is masked. */
export interface KeyView {
  readonly vendor: string
  /** The environment variable that it is read from, or the endpoint whose webhooks it signs. */
  readonly variable: string
  readonly label: string
  readonly value: string
  /** `current`; `old`: another took its place, it still holds; `over`: it holds no longer. */
  readonly state: 'current' | 'old' | 'over'
  /** Until when an old one holds or held: ISO 8601, on the world's clock. */
  readonly until: string | null
  /** `keys roll`, `webhooks roll`, or neither. */
  readonly rolls: 'keys' | 'webhooks' | null
  /** How often requests came with it; null for what no request carries, and where nobody counts. */
  readonly requests: number | null
  /** Of those, how many were refused because it holds no longer. */
  readonly refused: number | null
  /** Of an old one: how often it came after another had taken its place. */
  readonly sinceRoll: number | null
  readonly last: { readonly at: string; readonly operation: string | null; readonly userAgent: string | null } | null
}

/** All of a vendor in a world: each followed by those that it took the place of, newest first. */
export function keysOf(world: World, runtime: VendorRuntime): KeyView[] {
  const { credentials } = runtime.definition
  const view = world.view<unknown>(runtime, '')
  const rollable = new Set(rollableOf(world, runtime))
  const shown = credentials.list(view).filter((each) => isKey(each, rollable))
  const retired = [...(credentials.retired?.(view) ?? [])].reverse()
  const keys = shown.flatMap(({ variable, label, value }) => [
    keyView(world, runtime, { variable, label, value }, undefined, rollable.has(variable)),
    ...retired
      .filter((old) => old.variable === variable)
      .map((old) => keyView(world, runtime, old, old.until, rollable.has(variable))),
  ])
  return [...keys, ...webhookSecrets(world, runtime)]
}

/** What can be rolled, and what else is secret; a value that costs something to make is not looked at. */
function isKey(credential: Credential, rollable: ReadonlySet<string>): boolean {
  return rollable.has(credential.variable) || (credential.secret && !credential.multiline)
}

interface Told {
  readonly variable: string
  readonly label: string
  readonly value: string
}

function keyView(
  world: World,
  runtime: VendorRuntime,
  { variable, label, value }: Told,
  until: number | undefined,
  rollable: boolean,
): KeyView {
  const count = world.access.of(runtime.name).credential(value)
  return {
    ...standing(world, until),
    vendor: runtime.name,
    variable,
    label,
    value: mask(value),
    rolls: rollable ? 'keys' : null,
    requests: rollable ? (count?.requests ?? 0) : null,
    refused: rollable ? (count?.refused ?? 0) : null,
    sinceRoll: until === undefined ? null : (count?.sinceRoll ?? null),
    last: count?.last ? lastOf(count.last) : null,
  }
}

function standing(world: World, until: number | undefined): Pick<KeyView, 'state' | 'until'> {
  if (until === undefined) return { state: 'current', until: null }
  return { state: until > world.clock.now() ? 'old' : 'over', until: new Date(until).toISOString() }
}

function lastOf({ at, operation, userAgent }: Use): KeyView['last'] {
  return { at: new Date(at).toISOString(), operation: operation ?? null, userAgent: userAgent ?? null }
}

/** No request carries them: they sign. */
function webhookSecrets(world: World, runtime: VendorRuntime): KeyView[] {
  const { events } = runtime.definition
  const view = world.view<unknown>(runtime, '')
  const unused = { vendor: runtime.name, requests: null, refused: null, sinceRoll: null, last: null } as const
  return (events?.endpoints?.(view) ?? []).flatMap(({ id, url }) => {
    const [newest] = events?.secrets?.(id, view) ?? []
    if (newest === undefined) return []
    const rolls = events?.roll ? 'webhooks' : null
    const named = { ...unused, variable: id, label: `webhook secret (${url})`, rolls } as const
    const old = events?.retiredSecrets?.(id, view) ?? []
    return [
      { ...named, ...standing(world, undefined), value: mask(newest) },
      ...old.map(({ value, until }) => ({ ...named, ...standing(world, until), value: mask(value) })),
    ]
  })
}
