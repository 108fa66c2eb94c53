import { SandboxError } from '../errors.js'
import { subscribe } from '../events/subscribe.js'
import { observeCommand } from '../observe/observe-command.js'
import type { Sandbox } from '../sandbox.js'
import type { VendorRuntime } from '../vendor-runtime.js'
import type { World } from '../world/world.js'

/** An endpoint that was added for somebody on this machine: `--forward`, or `webhooks listen`. */
export interface Forward {
  readonly world: string
  readonly vendor: string
  readonly endpoint: string
  /** What it was called when it was added: a reset may have given it another id. */
  readonly first: string
  readonly url: string
  readonly secret: string
}

/** Who listens for events beside the endpoints that programs have registered. They outlive a world's reset. */
export class Forwards {
  private readonly sandbox: Sandbox
  private list: Forward[] = []

  constructor(sandbox: Sandbox) {
    this.sandbox = sandbox
    sandbox.onWorld((world, before) => this.renew(world, before))
  }

  of(world: string): readonly Forward[] {
    return this.list.filter((forward) => forward.world === world)
  }

  /** @throws SANDBOX_BAD_INPUT for a vendor without webhooks, or an address that is none */
  add(world: World, vendor: string, url: string): Forward {
    if (!isHttpUrl(url)) {
      const remedy = 'Give an http or https URL, such as http://localhost:3000/webhook.'
      throw new SandboxError('SANDBOX_BAD_INPUT', `'${url}' is no address for webhooks.`, remedy)
    }
    const forward = this.subscribe(world, webhookVendor(this.sandbox, vendor), url)
    this.list.push(forward)
    return forward
  }

  /** The same, where a world whose state lasts may have the endpoint from the last time. */
  resume(world: World, vendor: string, url: string): Forward {
    const runtime = this.sandbox.state && this.sandbox.runtime(vendor)
    const { events } = runtime?.definition ?? {}
    const view = runtime && world.view<unknown>(runtime, '')
    const there = events?.endpoints?.(view).find((each) => each.url === url && each.enabled)
    const secret = there && events?.secrets?.(there.id, view)[0]
    if (!there || secret === undefined) return this.add(world, vendor, url)
    const forward = { world: world.name, vendor, url, endpoint: there.id, first: there.id, secret }
    this.list.push(forward)
    return forward
  }

  /** @throws SANDBOX_NOT_FOUND */
  remove(world: World, endpoint: string): void {
    const here = this.of(world.name)
    const forward = here.find((each) => each.endpoint === endpoint) ?? here.find((each) => each.first === endpoint)
    if (!forward) {
      const remedy = 'See `standin webhooks list`; one that a program registered is deleted through the vendor.'
      throw new SandboxError('SANDBOX_NOT_FOUND', `No endpoint '${endpoint}' was subscribed here.`, remedy)
    }
    this.list = this.list.filter((each) => each !== forward)
    const runtime = webhookVendor(this.sandbox, forward.vendor)
    world.transact('unsubscribe', undefined, () =>
      runtime.definition.events?.unsubscribe?.(forward.endpoint, world.view(runtime, '')),
    )
    observeCommand(world, 'webhooks unsubscribe', { vendor: runtime.name, endpoint: forward.endpoint })
  }

  /** Forgets those of a world that is about to go. */
  drop(world: World): void {
    this.list = this.list.filter((forward) => forward.world !== world.name)
  }

  /**
   * After a reset the same endpoints are subscribed again, each with the secret that it had last, rolled or not. A world that was
   * restored may have them.
   */
  private renew(world: World, before: World | undefined): void {
    this.list = this.list.map((forward) => {
      const runtime = this.sandbox.runtime(forward.vendor)
      if (forward.world !== world.name || !runtime) return forward
      const there = runtime.definition.events?.endpoints?.(world.view(runtime, '')) ?? []
      const same = there.some(({ id, url }) => id === forward.endpoint && url === forward.url)
      if (same) return forward
      const [secret = forward.secret] = before ? secretsOf(before, runtime, forward.endpoint) : []
      return { ...this.subscribe(world, runtime, forward.url, secret), first: forward.first }
    })
  }

  private subscribe(world: World, runtime: VendorRuntime, url: string, kept?: string): Forward {
    const added = subscribe(world, runtime, url, kept)
    if (!added) throw noWebhooks(runtime.name)
    observeCommand(world, 'webhooks subscribe', { vendor: runtime.name, url })
    return { world: world.name, vendor: runtime.name, url, first: added.endpoint, ...added }
  }
}

/**
 * The vendor of this name that has webhooks; the only one where none is named.
 * @throws SANDBOX_BAD_INPUT, SANDBOX_NOT_FOUND
 */
export function webhookVendor(sandbox: Sandbox, name: string | undefined): VendorRuntime {
  const able = sandbox.vendors.filter(({ definition }) => definition.events)
  const names = able.map((runtime) => runtime.name).join(', ') || 'none'
  if (name === undefined) {
    const [only, ...others] = able
    if (only && others.length === 0) return only
    throw new SandboxError('SANDBOX_BAD_INPUT', 'No vendor is named.', `Name one that has webhooks: ${names}.`)
  }
  const runtime = sandbox.runtime(name)
  if (!runtime) {
    throw new SandboxError(
      'SANDBOX_NOT_FOUND',
      `There is no vendor '${name}' here.`,
      `Vendors with webhooks: ${names}.`,
    )
  }
  if (!runtime.definition.events) throw noWebhooks(name)
  return runtime
}

/** Newest first. */
function secretsOf(world: World, runtime: VendorRuntime, endpoint: string): readonly string[] {
  return runtime.definition.events?.secrets?.(endpoint, world.view<unknown>(runtime, '')) ?? []
}

function noWebhooks(vendor: string): SandboxError {
  return new SandboxError('SANDBOX_BAD_INPUT', `${vendor} has no webhooks to subscribe to.`, 'Name another vendor.')
}

function isHttpUrl(url: string): boolean {
  return URL.canParse(url) && /^https?:$/.test(new URL(url).protocol)
}
