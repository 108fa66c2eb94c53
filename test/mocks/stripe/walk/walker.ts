import { ID_PREFIXES } from '../../../../mocks/stripe/id-prefixes.js'
import type { Operation } from '../../../../src/engine/description/operation.js'
import { NOW, type RawAnswer, type stripeWorld } from '../../../support/stripe.js'
import { BEFORE, type Fields, MADE_WITH, MEANT, type Recipe, SENT_WITH } from './recipes.js'
import { leastParameters } from './request.js'
import type { ResourceTypes } from './resource-types.js'
import { STORIES } from './stories.js'
import { written } from './written.js'

type StripeTestWorld = Awaited<ReturnType<typeof stripeWorld>>
interface Named {
  readonly type: string
  readonly id: string
}

/** What came of an operation. */
export interface Step {
  readonly operation: Operation
  readonly target: string
  readonly answer: RawAnswer
}

/** Goes through a description: makes what an operation needs first, then calls it. */
export class Walker {
  readonly types: ResourceTypes
  readonly world: StripeTestWorld
  /** Types of which there was none and no operation to make one: what the last path needed. */
  missing: string[] = []
  /** Of each type one that nothing changes, for those that only read it or refer to it. */
  private readonly kept = new Map<string, string>()
  private readonly lists: boolean
  private counted = 0
  private readonly making = new Set<string>()

  /** @param lists whether one that is there already will do where no operation makes one */
  constructor(world: StripeTestWorld, types: ResourceTypes, lists = true) {
    this.world = world
    this.types = types
    this.lists = lists
  }

  /** A number that is new each time, for what has to be unique. */
  count(): number {
    return ++this.counted
  }

  /** Calls an operation with the least request that it takes. */
  async step(operation: Operation): Promise<Step> {
    this.missing = []
    const target = await this.target(operation)
    if (!this.lists || this.missing.length === 0) await this.before(operation, target)
    return this.call(operation, target, await this.parameters(operation, SENT_WITH[operation.key]))
  }

  /** Does what has to be done before an operation may. */
  async before(operation: Operation, target: string): Promise<void> {
    for (const key of BEFORE[operation.key] ?? []) await this.first(key, operation, target)
  }

  /** Does something to the resource that another operation's path names. */
  private async first(key: string, { path }: Operation, target: string): Promise<void> {
    const operation = this.types.description.operation(key)
    if (!operation) throw new Error(`There is no ${key}.`)
    const at = path.split('/').findIndex((part) => part.startsWith('{'))
    const id = target.split('/')[at] ?? ''
    const { answer } = await this.call(
      operation,
      operation.path.replace(/\{[^}]+\}/, id),
      await this.parameters(operation, SENT_WITH[key]),
    )
    if (answer.status >= 300) throw new Error(`${key} was answered with ${answer.status}: ${answer.body}`)
  }

  async call(operation: Operation, target: string, parameters: Fields): Promise<Step> {
    const { method, body } = operation
    const asked = written(method, target, body?.mediaType, parameters)
    return { operation, target, answer: await this.world.send({ method, ...asked }) }
  }

  async parameters(operation: Operation, recipe: Recipe = {}, known: readonly Named[] = []): Promise<Fields> {
    const refer = async (name: string) => {
      for (const type of this.types.ofParameter(operation, name)) {
        const id = known.find((one) => one.type === type)?.id ?? (await this.keptId(type))
        if (id !== undefined) return id
      }
      return undefined
    }
    const given = typeof recipe === 'function' ? await recipe(this) : recipe
    return leastParameters(
      this.types.description,
      operation,
      { ...given, ...this.inside(operation, known) },
      refer,
      NOW / 1000,
    )
  }

  /** What the new one is inside of, where a parameter of the same name says so. */
  private inside(operation: Operation, known: readonly Named[]): Fields {
    const { properties = {} } = operation.body ? this.types.description.resolve(operation.body.schema) : {}
    const fitting = known.filter(({ type }) => Object.hasOwn(properties, type) && !operation.paramNames.includes(type))
    return Object.fromEntries(fitting.map(({ type, id }) => [type, id]))
  }

  /** The operation's path, its ids those of resources that are there: of new ones for what changes them. */
  async target(operation: Operation): Promise<string> {
    const path: Named[] = []
    for (const index of operation.paramNames.keys()) {
      const last = index === operation.paramNames.length - 1
      const meant = last ? MEANT[operation.key] : undefined
      const types = meant === undefined ? this.types.ofPath(operation, index) : [meant]
      path.push(await this.named(types, last && operation.method !== 'GET', operation.key, path))
    }
    return filled(operation, path)
  }

  private async named(types: readonly string[], fresh: boolean, key: string, path: readonly Named[]): Promise<Named> {
    for (const type of types) {
      const given = MADE_WITH[`${key} ${type}`]
      const story = STORIES[`${key} ${type}`]
      const anew = fresh || given || path.length > 0
      const id = story
        ? await this.told(story, path)
        : anew
          ? await this.make(type, given, path)
          : await this.keptId(type)
      if (id !== undefined) return { type, id }
    }
    const [type = 'unknown'] = types
    this.missing.push(type)
    const [prefix] = ID_PREFIXES[type] ?? [`${type.replace(/^.*\./, '')}_`]
    return { type, id: `${prefix}walked${this.count()}` }
  }

  /** One that is only read or referred to: the same each time. */
  async keptId(type: string): Promise<string | undefined> {
    const kept = this.kept.get(type)
    if (kept !== undefined) return kept
    const id = await this.make(type)
    if (id !== undefined) this.kept.set(type, id)
    return id
  }

  /** A story is about real ones: where ids are made on sight, there is none. */
  private async told(story: (typeof STORIES)[string], path: readonly Named[]): Promise<string | undefined> {
    if (!this.lists) return undefined
    return story(
      this,
      path.map((one) => one.id),
    )
  }

  /** A new one, by its story or the first operation that makes it, inside of what its path names; or else one that is there already. */
  async make(type: string, given?: Recipe, path: readonly Named[] = []): Promise<string | undefined> {
    const story = given ? undefined : STORIES[type]
    const told = story && (await this.told(story, path))
    if (told !== undefined) return told
    const made = await this.makeResource(type, given, path)
    if (typeof made?.id === 'string') return made.id
    return this.listed(type, path)
  }

  async makeResource(type: string, given?: Recipe, path: readonly Named[] = []): Promise<Fields | undefined> {
    if (this.making.has(type)) return undefined
    this.making.add(type)
    try {
      // One inside of what the path names before one that stands alone.
      const makers = this.types.makers(type)
      const nested = path.length > 0 ? makers.filter(({ paramNames }) => paramNames.length === path.length) : []
      for (const maker of new Set([...nested, ...makers])) {
        const target = maker.paramNames.length === path.length ? filled(maker, path) : await this.target(maker)
        const { answer } = await this.call(
          maker,
          target,
          await this.parameters(maker, given ?? SENT_WITH[maker.key], path),
        )
        // What may be of several types is of that which its request gave.
        if (answer.status < 300 && (makers.length === 1 || isOf(answer.json, type))) return answer.json
      }
      return undefined
    } finally {
      this.making.delete(type)
    }
  }

  private async listed(type: string, path: readonly Named[]): Promise<string | undefined> {
    if (!this.lists || this.making.has(type)) return undefined
    for (const lister of this.types.listers(type)) {
      if (lister.paramNames.length > path.length) continue
      const { answer } = await this.call(lister, filled(lister, path), await this.parameters(lister))
      const [first] = (answer.json.data ?? []) as readonly { id?: string }[]
      if (answer.status === 200 && first?.id) return first.id
    }
    return undefined
  }
}

function isOf({ object }: Fields, type: string): boolean {
  return typeof object !== 'string' || object === type
}

function filled({ path, paramNames }: Operation, named: readonly Named[]): string {
  return paramNames.reduce(
    (target, name, i) => target.replace(`{${name}}`, encodeURIComponent(named[i]?.id ?? '')),
    path.replace(/#.*/, ''),
  )
}
