import type { Table, VendorWorld } from '../../../src/engine/kit.js'
import type { AccountRow, ClientRow, CodeRow, GroupRow, Permission, PolicyRow, TokenRow } from './rows.js'

/** Accounts, groups and what they are granted. */
export class Security {
  readonly accounts: Table<AccountRow>
  readonly groups: Table<GroupRow>
  readonly policies: Table<PolicyRow>
  readonly clients: Table<ClientRow>
  readonly tokens: Table<TokenRow>
  readonly codes: Table<CodeRow>

  constructor(port: VendorWorld) {
    this.accounts = port.table('_accounts')
    this.groups = port.table('_security-groups')
    this.policies = port.table('_domain-policies')
    this.clients = port.table('_api-clients')
    this.tokens = port.table('_tokens')
    this.codes = port.table('_codes')
  }

  /** Grants a domain to a group. It holds once the pending changes are activated. */
  grant(domain: string, group: string, permissions: readonly Permission[], active: boolean): void {
    this.policies.put({ id: `${domain}\0${group}`, domain, group, permissions, active })
  }

  /** Makes all pending changes of policies hold. */
  activatePending(): void {
    for (const policy of this.policies.all()) if (!policy.active) this.policies.put({ ...policy, active: true })
  }

  /** Takes a domain from a group, also from one that may do all else. */
  withdraw(domain: string, group: string): void {
    this.grant(domain, group, [], true)
  }

  /**
   * Whether an account is granted a domain, through any of its groups. `*` is granted where a group may do all that no policy of its own
   * denies, which does not count where it has to be `by its name`.
   */
  isGranted(user: string, domain: string, permission: Permission, how: 'at all' | 'by its name' = 'at all'): boolean {
    const groups = this.accounts.find(user)?.groups ?? []
    return groups.some((group) => this.policyOf(domain, group, how)?.permissions.includes(permission) === true)
  }

  /** WIDs of the organizations that a user's groups see; undefined where one of them sees all. */
  organizationsOf(user: string): readonly string[] | undefined {
    const groups = (this.accounts.find(user)?.groups ?? []).map((name) => this.groups.find(name))
    if (groups.some((group) => group && group.organizations === undefined)) return undefined
    return groups.flatMap((group) => group?.organizations ?? [])
  }

  private policyOf(domain: string, group: string, how: 'at all' | 'by its name'): PolicyRow | undefined {
    const own = this.policies.find(`${domain}\0${group}`)
    if (own?.active === true || how === 'by its name') return own?.active === true ? own : undefined
    const all = this.policies.find(`*\0${group}`)
    return all?.active === true ? all : undefined
  }
}
