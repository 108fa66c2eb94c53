import type { Call } from '../call.js'
import type { World } from '../world/world.js'

/** What became of something that a request needed: `left out` is a refusal without a word, in an answer that says 200. */
export type AccessOutcome = 'used' | 'refused' | 'left out'

/** One request that used something. `at` in Unix milliseconds on the world's clock; a job has no operation and no agent. */
export interface Use {
  readonly at: number
  readonly operation: string | undefined
  readonly userAgent: string | undefined
}

/** How often something was needed by one holder, counted in requests. */
export interface NeedCount {
  /** What it is, in the vendor's words: `scope`, `object permission`. */
  readonly kind: string
  readonly name: string
  readonly outcome: AccessOutcome
  requests: number
  readonly first: Use
}

/** How often a credential came along, and when last. */
export interface CredentialCount {
  requests: number
  /** Of those, how many were refused because of it: it had expired, or was taken away. */
  refused: number
  last: Use | undefined
  /** Of one that another took the place of: how often it came since then. */
  sinceRoll?: number
}

const LONGEST_AGENT = 120

/**
 * What the credentials of one vendor in one world were used for. It only counts, so that a request pays a look into a map for it;
 * what it comes to is worked out when somebody asks. It ends with its world: a reset and a restored snapshot begin it anew.
 */
export class AccessLedger {
  private readonly world: World
  /** By holder, then by outcome, kind and name. */
  private readonly needs = new Map<string, Map<string, NeedCount>>()
  private readonly credentials = new Map<string, CredentialCount>()

  constructor(world: World) {
    this.world = world
  }

  /**
   * Something that may be granted or not was needed: it counts once a request.
   * @param holder who has it or lacks it, by the id that the vendor's `holders` give
   * @param call default the one whose transaction is open
   */
  needed(holder: string, kind: string, name: string, outcome: AccessOutcome, call = this.world.call): void {
    const root = rootOf(call)
    if (root?.exchange.staged) return
    const count = this.count(holder, kind, name, outcome, root, call)
    const cause = root ?? (this.world.busy ? this.world.current : undefined)
    if (cause) {
      cause.counted ??= new Set()
      if (cause.counted.has(count)) return
      cause.counted.add(count)
    }
    count.requests++
  }

  /** A request came with a credential. `refused`: it is none any more. */
  came(credential: string, call: Call | undefined = this.world.call, refused = false): void {
    if (!call || rootOf(call)?.exchange.staged) return
    const use = this.useOf(call, call)
    const count = this.credentials.get(credential)
    if (!count) {
      this.credentials.set(credential, { requests: 1, refused: refused ? 1 : 0, last: use })
      return
    }
    count.requests++
    if (refused) count.refused++
    if (count.sinceRoll !== undefined) count.sinceRoll++
    count.last = use
  }

  /** Another one has taken a credential's place: whoever still uses it is counted from now on. */
  rolled(credential: string): void {
    const count = this.credentials.get(credential)
    if (count) count.sinceRoll = 0
    else this.credentials.set(credential, { requests: 0, refused: 0, last: undefined, sinceRoll: 0 })
  }

  needsOf(holder: string): readonly NeedCount[] {
    return [...(this.needs.get(holder)?.values() ?? [])]
  }

  credential(value: string): CredentialCount | undefined {
    return this.credentials.get(value)
  }

  private count(
    holder: string,
    kind: string,
    name: string,
    outcome: AccessOutcome,
    root: Call | undefined,
    call: Call | undefined,
  ): NeedCount {
    let held = this.needs.get(holder)
    if (!held) {
      held = new Map()
      this.needs.set(holder, held)
    }
    const key = `${outcome}\0${kind}\0${name}`
    let count = held.get(key)
    if (!count) {
      count = { kind, name, outcome, requests: 0, first: this.useOf(call, root) }
      held.set(key, count)
    }
    return count
  }

  private useOf(call: Call | undefined, root: Call | undefined): Use {
    return {
      at: this.world.clock.now(),
      operation: call?.operation?.key,
      userAgent: root?.header('user-agent')?.slice(0, LONGEST_AGENT),
    }
  }
}

/** The request that a client sent, of a part of a batch. */
function rootOf(call: Call | undefined): Call | undefined {
  let root = call
  while (root?.parent) root = root.parent
  return root
}
