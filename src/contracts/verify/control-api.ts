import { SandboxError, type SandboxErrorCode } from '../../engine/errors.js'

export interface WorldCredential {
  readonly variable: string
  readonly value: string
  readonly secret: boolean
}

interface Minted {
  readonly vendors: readonly { readonly vendor: string; readonly credentials: readonly WorldCredential[] }[]
}

/** The same for every world, so that what is minted, which takes long, is asked for once. */
const SEED = 'contracts'

export interface DeliveryView {
  readonly id: string
  readonly attempts: readonly unknown[]
}

/** A sandbox, as far as verifying asks something of it: the control API over HTTP. */
export class ControlApi {
  private readonly url: string
  private readonly token: string

  constructor(url: string, token: string) {
    this.url = url
    this.token = token
  }

  /** @param at where its clock begins, ISO 8601 */
  async newWorld(name: string, at: string | undefined): Promise<void> {
    await this.send('POST', '/worlds', { name, seed: SEED, limits: false, ...(at !== undefined && { at }) })
  }

  async removeWorld(name: string): Promise<void> {
    await this.send('DELETE', `/worlds/${name}`, {})
  }

  /** Of each world anew: their seed is the same, but some carry the world's name. */
  async credentials(world: string, vendor: string): Promise<readonly WorldCredential[]> {
    const minted = await this.send<Minted>('GET', `/worlds/${world}/credentials`)
    return minted.vendors.find((each) => each.vendor === vendor)?.credentials ?? []
  }

  /** Gives the ids that stand for those of the contract. */
  async enterState(
    world: string,
    vendor: string,
    state: string,
    params: Readonly<Record<string, unknown>>,
  ): Promise<Readonly<Record<string, string>>> {
    const body = { vendor, state, params }
    return (await this.send<{ ids: Record<string, string> }>('POST', `/worlds/${world}/states`, body)).ids
  }

  async deliveries(world: string): Promise<readonly DeliveryView[]> {
    return (await this.send<{ deliveries: readonly DeliveryView[] }>('GET', `/worlds/${world}/deliveries?limit=200`))
      .deliveries
  }

  /** URLs of the endpoints that are told of something. */
  async endpoints(world: string): Promise<readonly string[]> {
    const answer = await this.send<{ endpoints: readonly { readonly url: string }[] }>(
      'GET',
      `/worlds/${world}/webhooks`,
    )
    return answer.endpoints.map(({ url }) => url)
  }

  async subscribe(world: string, vendor: string, url: string): Promise<void> {
    await this.send('POST', `/worlds/${world}/webhooks`, { vendor, url })
  }

  async trigger(world: string, vendor: string, type: string): Promise<void> {
    await this.send('POST', `/worlds/${world}/events`, { vendor, type })
  }

  private async send<T>(method: string, path: string, body?: unknown): Promise<T> {
    const response = await fetch(`${this.url}/_standin${path}`, {
      method,
      redirect: 'error',
      headers: {
        authorization: `Bearer ${this.token}`,
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    const answer = (await response.json()) as T & { error?: { code: string; message: string; remedy: string } }
    if (response.ok) return answer
    const {
      code = 'SANDBOX_FORBIDDEN',
      message = `${method} ${path}: ${response.status}`,
      remedy = '',
    } = answer.error ?? {}
    throw new SandboxError(code as SandboxErrorCode, message, remedy)
  }
}
