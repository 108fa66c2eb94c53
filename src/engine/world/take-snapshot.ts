import { SandboxError } from '../errors.js'
import { absentIn, vendorsOf } from './absent-vendors.js'
import { Files } from './files.js'
import { type Snapshot, standingTable } from './snapshot.js'
import type { Table } from './table.js'
import type { World } from './world.js'

export interface TakeOptions {
  /** Whether copies of the files are wanted. Default true. */
  readonly files?: boolean
}

/**
 * A world's state as it is now. Costs a copy of its maps; rows are shared.
 * @throws SANDBOX_CONFLICT inside a transaction, whose changes are not yet true
 */
export function takeSnapshot(world: World, { files = true }: TakeOptions = {}): Snapshot {
  if (world.busy) {
    const remedy = 'Take it when the request or job is over.'
    throw new SandboxError('SANDBOX_CONFLICT', 'A snapshot was asked for inside a transaction.', remedy)
  }
  const { sandbox } = world
  const tables = new Map<string, Table>(world.absent.tables)
  for (const table of world.allTables) {
    if (table.size === 0 && table.image.next === 1) continue
    const copy = standingTable(table.name)
    table.copyTo(copy)
    tables.set(table.name, copy)
  }
  const snapshot: Snapshot = {
    world: world.name,
    seed: world.seed,
    limits: world.limits,
    clock: world.clock.state,
    vendors: vendorsOf(world),
    tables,
    ids: world.ids.state,
    requestIds: world.requestIds.state,
    chance: world.chance.state,
    anonymousIds: sandbox.anonymousIds.state,
    sequence: world.lastSequence,
    timers: world.timers.count,
    limiter: world.limiter.state,
    faults: structuredClone(world.faults.list()),
    files: files ? world.files.clone() : new Files(),
  }
  origins.set(snapshot, world)
  return snapshot
}

export interface LoadOptions {
  /** Whether the world's own claims stay. Default false. */
  readonly keepClaims?: boolean
  /** Whether the clock has run on since then. Default false. */
  readonly ran?: boolean
  /** Whether what belongs to vendors that are not there is kept for them. Default false: it is refused. */
  readonly keepAbsent?: boolean
}

/**
 * Makes a world what another one was. What it held goes.
 * @throws SANDBOX_BAD_INPUT for rows of a vendor that is not there
 */
export function loadSnapshot(
  world: World,
  snapshot: Snapshot,
  { keepClaims = false, ran = false, keepAbsent = false }: LoadOptions = {},
): void {
  if (keepAbsent) world.absent = absentIn(world, snapshot)
  else checkVendors(world, snapshot)
  const present = [...snapshot.tables].filter(([name]) => !world.absent.tables.has(name))
  const targets = present.map(([name, table]) => [table, targetOf(world, name)] as const)
  const filled = new Set(targets.map(([, target]) => target))
  for (const table of world.allTables) {
    if (filled.has(table) || (keepClaims && table === world.claims)) continue
    standingTable(table.name).copyTo(table)
  }
  for (const [table, target] of targets) if (!keepClaims || target !== world.claims) table.copyTo(target)
  world.clock.restore(snapshot.clock, ran)
  world.ids.state = snapshot.ids
  world.requestIds.state = snapshot.requestIds
  world.chance.state = snapshot.chance
  world.lastSequence = snapshot.sequence
  world.limits = snapshot.limits
  world.limiter.state = snapshot.limiter
  world.takeFiles(snapshot.files.clone())
  world.faults.restore(structuredClone(snapshot.faults))
  world.timers.resume(snapshot.timers)
  world.deliveries.resume()
}

function checkVendors({ sandbox }: World, snapshot: Snapshot): void {
  const missing = snapshot.vendors.filter(({ name }) => !sandbox.runtime(name)).map(({ name }) => name)
  const needed = missing.filter((vendor) => [...snapshot.tables.keys()].some((name) => name.startsWith(`${vendor}/`)))
  if (needed.length === 0) return
  const there = sandbox.vendors.map(({ name }) => name).join(', ')
  const message = `The snapshot holds ${needed.join(' and ')}, and this sandbox has only: ${there}.`
  throw new SandboxError('SANDBOX_BAD_INPUT', message, 'Start with the same vendors: --vendor.')
}

function targetOf(world: World, name: string): Table {
  const [vendor = '', scope = '', ...rest] = name.split('/')
  const runtime = world.sandbox.runtime(vendor)
  if (runtime && rest.length > 0) return world.table(runtime, scope, rest.join('/'))
  const own = world.allTables.find((table) => table.name === name)
  if (own) return own
  const remedy = 'It was written by another version of Standin: take it again with this one.'
  throw new SandboxError('SANDBOX_BAD_INPUT', `The snapshot holds a table '${name}', which there is not.`, remedy)
}

const origins = new WeakMap<Snapshot, World>()

/** The world that a snapshot was taken of, in this process. */
export function originOf(snapshot: Snapshot): World | undefined {
  return origins.get(snapshot)
}
