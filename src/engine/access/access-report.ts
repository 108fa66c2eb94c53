import type { VendorRuntime } from '../vendor-runtime.js'
import type { World } from '../world/world.js'
import type { NeedCount, Use } from './access-ledger.js'
import type { Grant, Holder } from './access-rules.js'

/** How often something was needed, and by what first. */
export interface NeedView {
  readonly kind: string
  readonly name: string
  readonly requests: number
  readonly first: UseView
}

export interface UseView {
  /** ISO 8601, on the world's clock. */
  readonly at: string
  readonly operation: string | null
}

/** What was granted, and how far it was used. */
export interface GrantView {
  readonly kind: string
  readonly name: string
  readonly from: string | null
  /** It stands for more than one thing. */
  readonly broad: boolean
  /** Requests that needed something which this allows; 0 is a grant that can go. */
  readonly requests: number
  readonly first: UseView | null
  /** The needs behind that, where they are not what the grant is called: less than it might do. */
  readonly as: readonly NeedView[]
}

export interface RefusalView extends NeedView {
  /** Left out of an answer that said 200, instead of being refused. */
  readonly silent: boolean
}

/** One credential, user or app: what it has beside what it needed. */
export interface HolderView {
  readonly kind: string
  readonly name: string
  readonly variable: string | null
  readonly used: boolean
  readonly grants: readonly GrantView[]
  readonly refused: readonly RefusalView[]
  /** What was used by a grant that it no longer has. */
  readonly other: readonly NeedView[]
  readonly note: string | null
}

export interface VendorAccess {
  readonly vendor: string
  /** None where the vendor does not say who is granted what. */
  readonly holders: readonly HolderView[]
}

export interface AccessReport {
  readonly world: string
  readonly vendors: readonly VendorAccess[]
}

/** What the credentials of a world were used for, beside what they are granted. */
export function accessReport(world: World, runtimes = world.sandbox.vendors): AccessReport {
  return { world: world.name, vendors: runtimes.map((runtime) => accessOf(world, runtime)) }
}

function accessOf(world: World, runtime: VendorRuntime): VendorAccess {
  const holders = runtime.definition.credentials.holders?.(world.view(runtime, '')) ?? []
  const ledger = world.access.of(runtime.name)
  return { vendor: runtime.name, holders: holders.map((holder) => viewOf(holder, ledger.needsOf(holder.id))) }
}

function viewOf(holder: Holder, needs: readonly NeedCount[]): HolderView {
  const used = needs.filter(({ outcome }) => outcome === 'used')
  const refused = needs.filter(({ outcome }) => outcome !== 'used')
  return {
    kind: holder.kind,
    name: holder.name,
    variable: holder.variable ?? null,
    used: needs.length > 0,
    grants: holder.grants.map((grant) => grantView(grant, used)),
    refused: refused.map((need) => ({ ...needView(need), silent: need.outcome === 'left out' })),
    other: used.filter((need) => !holder.grants.some((grant) => covers(grant, need))).map(needView),
    note: holder.note ?? null,
  }
}

function grantView(grant: Grant, used: readonly NeedCount[]): GrantView {
  const needs = used.filter((need) => covers(grant, need))
  const first = needs.reduce<NeedCount | undefined>(
    (earliest, need) => (earliest && earliest.first.at <= need.first.at ? earliest : need),
    undefined,
  )
  return {
    kind: grant.kind,
    name: grant.name,
    from: grant.from ?? null,
    broad: grant.broad ?? false,
    requests: needs.reduce((sum, { requests }) => sum + requests, 0),
    first: first ? useView(first.first) : null,
    as: needs.filter(({ name }) => name !== grant.name).map(needView),
  }
}

function covers(grant: Grant, { kind, name }: NeedCount): boolean {
  if (grant.kind === kind && grant.name === name) return true
  return grant.covers?.(name, kind) ?? false
}

function needView({ kind, name, requests, first }: NeedCount): NeedView {
  return { kind, name, requests, first: useView(first) }
}

function useView({ at, operation }: Use): UseView {
  return { at: new Date(at).toISOString(), operation: operation ?? null }
}
