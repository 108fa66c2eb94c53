import type { Behaviour } from './behaviour.js'
import { Description } from './description/description.js'
import { Operation, parameterNames } from './description/operation.js'
import { SandboxError } from './errors.js'
import type { GenericPlan } from './generic/plan.js'
import { Redactor } from './redact.js'
import type { AnyVendor, Vendor } from './vendor.js'

/** A vendor, its description and what stands behind each operation: fixed once the sandbox has started. */
export class VendorRuntime {
  readonly definition: Vendor
  readonly description: Description
  readonly redactor: Redactor
  /** The vendor's sample data, where it is wanted. */
  fixtures: { seed(world: unknown): void } | undefined
  /** What the generic behaviour does for an operation, worked out when first asked for. */
  readonly plans = new Map<Operation, GenericPlan>()
  private readonly behaviours = new Map<Operation, Behaviour>()
  private readonly names = new Map<Behaviour, readonly string[]>()

  private constructor(definition: Vendor, description: Description) {
    this.definition = definition
    this.description = description
    this.redactor = new Redactor(definition.redaction)
    const absent = new Set(definition.absent)
    for (const behaviour of definition.behaviours) this.place(behaviour, absent)
  }

  /** @param fixtures whether the vendor's sample data is wanted too */
  static async load(vendor: AnyVendor, fixtures = false): Promise<VendorRuntime> {
    const definition = 'load' in vendor ? await vendor.load() : vendor
    const runtime = new VendorRuntime(definition, new Description(await definition.loadDescription()))
    if (fixtures) runtime.fixtures = await definition.loadFixtures?.()
    return runtime
  }

  get name(): string {
    return this.definition.name
  }

  /** Operations that have code of their own, of all that there are. */
  get modelled(): { readonly modelled: number; readonly total: number } {
    const { operations } = this.description
    return { modelled: operations.filter((each) => this.behaviours.has(each)).length, total: operations.length }
  }

  behaviour(operation: Operation): Behaviour | undefined {
    return this.behaviours.get(operation)
  }

  /** Names of the path's parameters as the behaviour's key has them. */
  parameterNames(behaviour: Behaviour): readonly string[] {
    let names = this.names.get(behaviour)
    if (!names) {
      names = parameterNames(behaviour.key)
      this.names.set(behaviour, names)
    }
    return names
  }

  /** @throws SANDBOX_UNKNOWN_BEHAVIOUR for a key that is no operation of this description. */
  private place(behaviour: Behaviour, absent: ReadonlySet<string>): void {
    const operation = this.description.operation(behaviour.key)
    if (behaviour.page && !operation) {
      const [method = '', path = ''] = behaviour.key.split(' ')
      const page = new Operation(method, path, () => ({ security: [] }))
      this.description.register(page)
      this.behaviours.set(page, behaviour)
      return
    }
    if (operation) this.behaviours.set(operation, behaviour)
    else if (!absent.has(behaviour.key)) {
      throw new SandboxError(
        'SANDBOX_UNKNOWN_BEHAVIOUR',
        `A behaviour is written for '${behaviour.key}', which ${this.description.source} does not have.`,
        `Correct the key, or list it under \`absent\` in the vendor's index.`,
      )
    }
  }
}
