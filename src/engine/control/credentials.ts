import type { VendorRuntime } from '../vendor-runtime.js'
import type { World } from '../world/world.js'
import type { Control } from './control.js'

export interface CredentialView {
  readonly label: string
  readonly variable: string
  readonly value: string
  readonly secret: boolean
  /** True of a value that has several lines. It may be made only when it is asked for. */
  readonly multiline?: boolean
  /** True of where the vendor is reached. */
  readonly address?: boolean
}

export interface VendorCredentials {
  readonly vendor: string
  readonly url: string | null
  readonly credentials: readonly CredentialView[]
  readonly webhooks: readonly { readonly endpoint: string; readonly url: string; readonly secret: string }[]
}

/**
 * Of each vendor: how to reach it in this world, and with what. Secrets are whole.
 * @param ownHosts whether the program finds the stand-ins under the vendors' own host names
 */
export function credentialsOf(control: Control, world: World, ownHosts = false): VendorCredentials[] {
  return control.sandbox.vendors.map((runtime) => ({
    vendor: runtime.name,
    url: control.address(runtime.name)?.url ?? null,
    credentials: runtime.definition.credentials
      .list(world.view(runtime, ''))
      .map((credential) => (ownHosts ? credential : reachable(credential, control.address(runtime.name)?.url))),
    webhooks: control.forwards
      .of(world.name)
      .filter((forward) => forward.vendor === runtime.name)
      .map(({ endpoint, url, secret }) => ({
        endpoint,
        url,
        // One that was rolled has another than it was given.
        secret: runtime.definition.events?.secrets?.(endpoint, world.view(runtime, ''))[0] ?? secret,
      })),
  }))
}

function reachable(credential: CredentialView, address: string | undefined): CredentialView {
  return credential.address && address !== undefined ? { ...credential, value: address } : credential
}

/** The same as environment variables. Of several webhook secrets, the one that came last. */
export function environmentOf(control: Control, world: World, ownHosts = false): Record<string, string> {
  const variables: Record<string, string> = {}
  for (const { vendor, url, credentials, webhooks } of credentialsOf(control, world, ownHosts)) {
    const name = vendor.toUpperCase().replace(/\W/g, '_')
    if (url) variables[`STANDIN_${name}_URL`] = url
    for (const { variable, value } of credentials) variables[variable] = value
    const last = webhooks[webhooks.length - 1]
    if (last) variables[`${name}_WEBHOOK_SECRET`] = last.secret
  }
  return variables
}

/** What a credential is called in a shell, for examples. */
export function credentialVariable(runtime: VendorRuntime, world: World): string {
  const list = runtime.definition.credentials.list(world.view(runtime, ''))
  const token = list.find(({ secret, variable }) => secret && variable.endsWith('_ACCESS_TOKEN'))
  return (token ?? list.find(({ secret }) => secret) ?? list[0])?.variable ?? 'CREDENTIAL'
}
