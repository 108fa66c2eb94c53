import { SandboxError } from '../../engine/errors.js'
import { parsePact } from '../pact/pact-file.js'
import type { Verification } from './verification.js'
import type { LoadedPact } from './verify-contracts.js'

export interface BrokerOptions {
  readonly url: string
  readonly token?: string | undefined
  readonly username?: string | undefined
  readonly password?: string | undefined
}

export interface BrokerPact extends LoadedPact {
  /** Where results are told. */
  readonly results: string | undefined
}

export interface Published {
  /** The vendor's version. */
  readonly version: string
  readonly branch?: string | undefined
  /** Of this program. */
  readonly verifier: string
}

interface Linked {
  readonly _links?: Readonly<Record<string, { readonly href: string } | undefined>>
  readonly _embedded?: { readonly pacts?: readonly Linked[] }
}

/** The versions of consumers that count: those of main branches, and those that are deployed or released. */
const SELECTORS = [{ mainBranch: true }, { deployedOrReleased: true }]

/** A Pact broker, through its own hypermedia. @source https://docs.pact.io/pact_broker/api (read 2026-11-24) */
export class Broker {
  private readonly options: BrokerOptions

  constructor(options: BrokerOptions) {
    this.options = options
  }

  /** The contracts with a vendor that wait to be verified. @throws SANDBOX_NOT_FOUND, SANDBOX_BAD_INPUT */
  async pacts(provider: string, branch: string | undefined): Promise<BrokerPact[]> {
    const { url } = this.options
    const index = await this.send<Linked>('GET', url)
    const template = index._links?.['pb:provider-pacts-for-verification']?.href
    if (template === undefined) {
      const remedy = 'Is it the address of a Pact broker, version 2.80 or newer?'
      throw new SandboxError('SANDBOX_BAD_INPUT', `${url} offers no contracts to verify.`, remedy)
    }
    const query = {
      consumerVersionSelectors: SELECTORS,
      ...(branch !== undefined && { providerVersionBranch: branch }),
    }
    const found = await this.send<Linked>('POST', filled(template, { provider }), query)
    const links = found?._embedded?.pacts?.flatMap(({ _links }) => _links?.self?.href ?? []) ?? []
    return Promise.all([...new Set(links)].map((link) => this.pact(link)))
  }

  /** Tells what was found. */
  async publish(
    { results, from, pact }: BrokerPact,
    { interactions }: Verification,
    published: Published,
  ): Promise<void> {
    if (results === undefined) {
      throw new SandboxError('SANDBOX_BAD_INPUT', `${from} takes no results.`, 'Verify it without --publish.')
    }
    const { version, branch, verifier } = published
    if (branch !== undefined) {
      const path = [pact.provider.name, 'branches', branch, 'versions', version].map(encodeURIComponent)
      await this.send('PUT', `${this.options.url.replace(/\/$/, '')}/pacticipants/${path.join('/')}`, {})
    }
    await this.send('POST', results, {
      success: interactions.every(({ problems }) => problems.length === 0),
      providerApplicationVersion: version,
      verifiedBy: { implementation: 'standin', version: verifier },
      testResults: interactions.map(({ description, problems }) => ({
        interactionDescription: description,
        success: problems.length === 0,
        ...(problems.length > 0 && {
          mismatches: problems.map(({ field, message }) => ({ attribute: field, description: message })),
        }),
      })),
    })
  }

  private async pact(link: string): Promise<BrokerPact> {
    const found = await this.send<Linked>('GET', link)
    return {
      pact: parsePact(JSON.stringify(found), link),
      from: link,
      results: found._links?.['pb:publish-verification-results']?.href,
    }
  }

  private async send<T>(method: string, url: string, body?: unknown): Promise<T> {
    const { token, username, password = '' } = this.options
    const basic =
      username === undefined ? undefined : `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`
    const authorization = token !== undefined ? `Bearer ${token}` : basic
    let response: Response
    try {
      response = await fetch(url, {
        method,
        headers: {
          accept: 'application/hal+json, application/json',
          ...(body !== undefined && { 'content-type': 'application/json' }),
          // A link to somewhere else gets no credential.
          ...(authorization !== undefined && sameOrigin(url, this.options.url) && { authorization }),
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      })
    } catch (cause) {
      throw new SandboxError('SANDBOX_NOT_FOUND', `No broker answers at ${url}.`, 'Check --broker-url.', { cause })
    }
    const text = await response.text()
    if (response.ok) return (text === '' ? {} : JSON.parse(text)) as T
    const remedy = response.status === 401 ? 'Give --broker-token, or a user name and password.' : 'See its log.'
    const message = `The broker answered ${method} ${url} with ${response.status}: ${text.slice(0, 300)}`
    throw new SandboxError('SANDBOX_BAD_INPUT', message, remedy)
  }
}

function sameOrigin(url: string, other: string): boolean {
  return new URL(url).origin === new URL(other).origin
}

function filled(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(/\{(\w+)\}/g, (_whole, name: string) => encodeURIComponent(values[name] ?? ''))
}
