import { type Row, SandboxError, type Table, type VendorWorld } from '../../../src/engine/kit.js'
import type { ConnectedApp } from './connected-app.js'
import type { RetiredSecret } from './retired-secrets.js'
import type { Approval, AuthorizationCode, DeviceLogin, PendingAuthorization, RefreshToken, Session } from './rows.js'

/** What of the org a client meets before it has a session. */
export interface OrgFacts extends Row {
  /** Id of the Organization record, 18 characters. */
  readonly organization: string
  /** Host name: `standin-1a2b.my.salesforce.com`. */
  readonly myDomain: string
  /** Unix milliseconds on the world's clock. */
  readonly createdAt: number
}

/** What a world keeps of OAuth. */
export class OAuthStore {
  private readonly port: VendorWorld

  constructor(port: VendorWorld) {
    this.port = port
  }

  get apps(): Table<ConnectedApp> {
    return this.port.table('_app')
  }
  get sessions(): Table<Session> {
    return this.port.table('_session')
  }
  get refreshTokens(): Table<RefreshToken> {
    return this.port.table('_refresh_token')
  }
  get codes(): Table<AuthorizationCode> {
    return this.port.table('_code')
  }
  get pending(): Table<PendingAuthorization> {
    return this.port.table('_authorization')
  }
  get devices(): Table<DeviceLogin> {
    return this.port.table('_device')
  }
  get retired(): Table<RetiredSecret> {
    return this.port.table('_retired_secret')
  }
  get approvals(): Table<Approval> {
    return this.port.table('_approval')
  }

  private get orgs(): Table<OrgFacts> {
    return this.port.table('_org')
  }

  get org(): OrgFacts {
    const org = this.orgs.find('org')
    if (!org) throw new SandboxError('SANDBOX_NOT_FOUND', 'This world has no org yet.', 'Mint its credentials first.')
    return org
  }

  openOrg(facts: Omit<OrgFacts, 'id'>): void {
    this.orgs.insert({ ...facts, id: 'org' })
  }

  renameDomain(myDomain: string): void {
    this.orgs.update('org', { myDomain })
  }

  approve(app: string, user: string): void {
    this.approvals.put({ id: `${app} ${user}` })
  }

  hasApproved(app: string, user: string): boolean {
    return this.approvals.has(`${app} ${user}`)
  }
}

/** Indexes of the tables above. */
export const oauthTables = {
  _session: { indexes: ['refresh', 'userId'] },
  _refresh_token: { indexes: ['user'] },
  _device: { unique: ['userCode'] },
}
