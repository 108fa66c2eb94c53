import { Call, type Replayed } from './call.js'
import { dispatch, dispatchFor } from './dispatch.js'
import { mayReach } from './events/allowed-hosts.js'
import type { Transport } from './events/delivery.js'
import { networkTransport } from './events/transport.js'
import { BODY_LIMIT, type BodyLimitOf, type Exchange, type Handle, type Outcome } from './exchange.js'
import type { EffectOf } from './faults/effect-schema.js'
import { HostMap } from './host-map.js'
import type { SandboxState } from './journal/sandbox-state.js'
import { Observers } from './observe/observers.js'
import type { SandboxOptions } from './sandbox-options.js'
import { runStages } from './stages.js'
import type { AnyVendor } from './vendor.js'
import { VendorRuntime } from './vendor-runtime.js'
import { Adoption } from './world/adoption.js'
import { Claims } from './world/claims.js'
import { Random } from './world/random.js'
import { claimsOf, claimsTaken, fillFork, worldFrom } from './world/restore-world.js'
import type { Snapshot } from './world/snapshot.js'
import { Snapshots } from './world/snapshots.js'
import type { Change } from './world/table.js'
import type { DispatchOrigin, SubAnswer, SubRequest, VendorWorld } from './world/vendor-world.js'
import { World, type WorldOptions } from './world/world.js'
import { alwaysThere, checkWorldName, lateVendor, nameTaken, noWorld } from './world/world-names.js'

export type { SandboxOptions } from './sandbox-options.js'

export const DEFAULT_WORLD = 'default'

type WorldGiven = Partial<Omit<WorldOptions, 'name'>>

/** A process's stand-ins: vendors and the worlds they are in. Doors call `handle`. */
export class Sandbox {
  readonly options: SandboxOptions
  readonly worlds = new Map<string, World>()
  hosts: HostMap
  /** Who is told of every request, delivery and command, whole. */
  readonly observers = new Observers((error) => this.report(error))
  /** Those that are kept by name, for as long as its state. */
  readonly snapshots: Snapshots
  /** Where it lasts; undefined where all ends with the process. */
  readonly state: SandboxState | undefined
  readonly transport: Transport
  controlUrl: string | undefined
  private readonly runtimes: Map<string, VendorRuntime>
  private readonly allowed: string[]
  private readonly claims = new Claims()
  private readonly worldListeners = new Set<(world: World, before?: World) => void>()
  /** For requests that belong to no world. */
  readonly anonymousIds: Random
  /** For those of which nothing is kept. */
  readonly withheldIds: Random
  private readonly adoption = new Adoption(this)

  private constructor(options: SandboxOptions, runtimes: Map<string, VendorRuntime>, state?: SandboxState) {
    this.options = options
    this.state = state
    this.snapshots = new Snapshots(state?.snapshots)
    this.runtimes = runtimes
    this.controlUrl = options.controlUrl
    this.anonymousIds = new Random(`${options.seed ?? 'standin'}/anonymous`)
    this.withheldIds = new Random(`${options.seed ?? 'standin'}/withheld`)
    this.transport = options.transport ?? networkTransport
    this.allowed = [...(options.allowedHosts ?? [])]
    this.hosts = new HostMap([...runtimes.values()].map(({ definition }) => definition))
    state?.begin(this)
    if (!this.worlds.has(DEFAULT_WORLD)) this.createWorld(DEFAULT_WORLD, { seed: options.seed ?? 'standin' })
  }

  /** @throws SANDBOX_BAD_STATE, SANDBOX_STATE_NOT_WRITTEN, SANDBOX_CONFLICT where a state is given that cannot be used */
  static async create(options: SandboxOptions): Promise<Sandbox> {
    const runtimes = new Map<string, VendorRuntime>()
    for (const vendor of options.vendors) runtimes.set(vendor.name, await VendorRuntime.load(vendor, options.fixtures))
    if (!options.state) return new Sandbox(options, runtimes)
    const { openState } = await import('./journal/open-state.js')
    return openState(options.state, (state) => new Sandbox(options, runtimes, state))
  }

  /**
   * Takes a further vendor in: its part of every world is made now. What it draws changes nothing at the others.
   * @throws SANDBOX_CONFLICT where the state lasts, since time goes by in a world for all of its vendors at once
   */
  async add(vendor: AnyVendor): Promise<void> {
    if (this.state) throw lateVendor(vendor.name)
    const runtime = await VendorRuntime.load(vendor, this.options.fixtures)
    this.runtimes.set(vendor.name, runtime)
    this.hosts = new HostMap(this.vendors.map(({ definition }) => definition))
    for (const world of this.worlds.values()) this.furnish(world, [runtime])
  }

  get vendors(): readonly VendorRuntime[] {
    return [...this.runtimes.values()]
  }

  get defaultWorld(): World {
    return this.world(DEFAULT_WORLD)
  }

  runtime(vendor: string): VendorRuntime | undefined {
    return this.runtimes.get(vendor)
  }

  /** @throws SANDBOX_NOT_FOUND */
  world(name: string): World {
    const world = this.worlds.get(name)
    if (world) return world
    throw noWorld(name, this.worlds.keys())
  }

  /** @throws SANDBOX_CONFLICT where the name is taken, SANDBOX_BAD_INPUT where it is none */
  createWorld(name: string, options: WorldGiven = {}): World {
    if (this.worlds.has(checkWorldName(name))) throw nameTaken(name)
    return this.place(this.make(name, options))
  }

  /** A world that is in no list yet. */
  private make(name: string, options: WorldGiven): World {
    const { seed = 'standin', at, frozen, limits } = this.options
    const world = new World(this, { name, seed: `${seed}/${name}`, at, frozen, limits, ...options })
    this.furnish(world, this.vendors)
    return world
  }

  /** Puts a world where requests find it, in the place of the one of its name. */
  private place(world: World): World {
    try {
      this.state?.admit(world)
    } catch (error) {
      world.close()
      throw error
    }
    const old = this.worlds.get(world.name)
    if (old) this.drop(old)
    this.take(world)
    for (const listener of this.worldListeners) listener(world, old)
    return world
  }

  /** The same without a word to anybody: for one that was kept. */
  take(world: World): void {
    this.worlds.set(world.name, world)
    this.claims.take(world)
  }

  private furnish(world: World, runtimes: readonly VendorRuntime[]): void {
    world.transact('furnish', undefined, () => {
      for (const runtime of runtimes) runtime.definition.credentials.mint(world.view(runtime, ''))
      for (const runtime of runtimes) runtime.fixtures?.seed(world.view(runtime, ''))
    })
  }

  /** Makes the part of those vendors that a world has nothing of yet. */
  furnishNew(world: World, known: Snapshot['vendors']): void {
    const fresh = this.vendors.filter(({ name }) => !known.some((vendor) => vendor.name === name))
    if (fresh.length > 0) this.furnish(world, fresh)
  }

  /** Told of each world that is made from now on, and so of each reset, with the one whose place it takes. Returns the way to stop. */
  onWorld(listener: (world: World, before?: World) => void): () => void {
    this.worldListeners.add(listener)
    return () => this.worldListeners.delete(listener)
  }

  /** @throws SANDBOX_NOT_FOUND, or SANDBOX_CONFLICT for the default world, which requests without a world are logged in. */
  removeWorld(name: string): void {
    const world = this.world(name)
    if (name === DEFAULT_WORLD) throw alwaysThere(name)
    this.state?.remove(world)
    this.drop(world)
  }

  private drop(world: World): void {
    const { keeper } = world
    this.worlds.delete(world.name)
    this.claims.forget(world)
    world.close()
    world.keeper = undefined
    if (keeper) this.state?.forget(keeper)
  }

  /** Empties a world. The same seed mints the same credentials, so programs that hold them go on. */
  resetWorld(name: string, changed: WorldGiven = {}): World {
    const { seed, clock, limits } = this.world(name)
    const { frozen } = clock
    return this.place(this.make(name, { seed, frozen, limits, ...(frozen && { at: clock.now() }), ...changed }))
  }

  /**
   * Gives a world the state of a snapshot: its rows, credentials, clock, timers, deliveries and faults; the log begins anew. What
   * is under way in it ends without a trace. A world of this name comes to be where there is none.
   * @param ran whether the clock has run on since the snapshot was taken
   * @throws SANDBOX_CONFLICT where its credentials belong to another world that is there, SANDBOX_BAD_INPUT for a vendor that is not
   */
  restoreWorld(name: string, snapshot: Snapshot, { ran = false } = {}): World {
    const owner = this.claims.taken(claimsOf(snapshot), name)
    if (owner) throw claimsTaken(name, owner)
    const world = worldFrom(this, checkWorldName(name), snapshot, { ran })
    this.furnishNew(world, snapshot.vendors)
    if (name === DEFAULT_WORLD) this.anonymousIds.state = snapshot.anonymousIds
    return this.place(world)
  }

  /**
   * A new world that goes on from a snapshot under its own name, with credentials of its own where the vendor can make them.
   * @throws SANDBOX_CONFLICT, SANDBOX_BAD_INPUT
   */
  forkWorld(name: string, snapshot: Snapshot): World {
    const { now, frozen } = snapshot.clock
    if (this.worlds.has(checkWorldName(name))) throw nameTaken(name)
    return this.place(fillFork(this.make(name, { at: now, frozen, limits: snapshot.limits }), snapshot))
  }

  /** The world that a claim (a key, a page id) belongs to. */
  worldOf(vendor: string, claims: readonly string[]): World | undefined {
    return this.claims.find(vendor, claims)
  }

  /** Called at commit. */
  claimed(world: World, change: Change): void {
    // A request may still be under way in a world that is no more.
    if (this.worlds.get(world.name) === world) this.claims.changed(world, change)
  }

  /** Opens a world for a test credential that nobody minted, where `openKeys` allows it. */
  adopt(runtime: VendorRuntime, credential: string): World | undefined {
    return this.adoption.open(runtime, credential)
  }

  /** What is wrong, on purpose, with the certificate for a new connection to a vendor; the connection counts as met. */
  tlsProblem(vendor: string): EffectOf<'tls'>['problem'] | undefined {
    for (const world of this.worlds.values()) {
      if (world.faults.none) continue
      const met = world.faults.meetConnection(vendor)
      if (met) return met.problem
    }
    return undefined
  }

  /** Whether something may be wrong with the next certificate of a vendor. */
  tlsAtRisk(vendor: string): boolean {
    for (const { faults } of this.worlds.values()) if (!faults.none && faults.mayMeetConnection(vendor)) return true
    return false
  }

  mayDeliver(url: string): boolean {
    return mayReach(url, this.allowed)
  }

  allowHost(host: string): void {
    this.allowed.push(host)
  }

  /** The largest body that a request may have, in bytes: for doors, before they read it. */
  readonly bodyLimitOf: BodyLimitOf = ({ vendor, host, method, target }) => {
    const name = vendor ?? this.hosts.vendorOf(host)
    const large = name === undefined ? undefined : this.runtimes.get(name)?.definition.largeBodies
    const path = target.split('?')[0] ?? ''
    return large?.find((each) => each.method === method && each.path.test(path))?.limit ?? BODY_LIMIT
  }

  /** The core. Never rejects. */
  readonly handle: Handle = (exchange: Exchange): Promise<Outcome> => runStages(new Call(this, exchange))

  /** A request that was recorded, once more. */
  replay(exchange: Exchange, replayed: Replayed): Promise<Outcome> {
    return runStages(new Call(this, exchange, undefined, replayed))
  }

  /** Another sandbox with the same vendors, read once. */
  twin(options: Partial<SandboxOptions>): Sandbox {
    return new Sandbox({ ...this.options, controlUrl: this.controlUrl, ...options }, new Map(this.runtimes))
  }

  /** A request inside another one's transaction. */
  dispatch(parent: Call, request: SubRequest): SubAnswer {
    return dispatch(parent, request)
  }

  /** A request from a job, inside its transaction. */
  dispatchFor(from: VendorWorld, origin: DispatchOrigin, request: SubRequest): SubAnswer {
    return dispatchFor(from, origin, request)
  }

  /** Resolves when nothing is due and no delivery under way, in any world. */
  async settled(): Promise<void> {
    for (const world of this.worlds.values()) await world.scheduler.settled()
  }

  report(error: unknown): void {
    this.options.onFailure?.(error)
  }

  close(): void {
    this.state?.close()
    for (const world of this.worlds.values()) world.close()
    this.snapshots.close()
  }
}
