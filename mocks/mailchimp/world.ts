import type { Description, Table, VendorWorld } from '../../src/engine/kit.js'
import type { Account } from './accounts/account.js'
import type { MarketingKey } from './accounts/keys.js'
import type { OAuthApp } from './oauth/app.js'

/** Mailchimp's part of a world, typed: one account with both APIs. Times on the wire are ISO 8601 in whole seconds. */
export class MailchimpWorld {
  readonly port: VendorWorld
  readonly description: Description
  readonly keys: Table<MarketingKey>

  constructor(port: VendorWorld, description: Description) {
    this.port = port
    this.description = description
    this.keys = port.table('_key')
  }

  get account(): Account {
    return this.only<Account>('_account')
  }

  get oauthApp(): OAuthApp {
    return this.only<OAuthApp>('_oauth_app')
  }

  /** `2026-01-01T00:00:00+00:00` */
  now(): string {
    return toIso(this.port.now())
  }

  /** A value of `settings.mailchimp`. */
  setting(name: string): unknown {
    return this.port.world.sandbox.options.settings?.mailchimp?.[name]
  }

  private only<R extends { readonly id: string }>(table: string): R {
    const row = this.port.table<R>(table).oldest
    if (!row) throw new Error(`A world without ${table}: its credentials were not minted.`)
    return row
  }
}

/** Unix milliseconds as Marketing writes a time. */
export function toIso(milliseconds: number): string {
  return `${new Date(milliseconds).toISOString().slice(0, 19)}+00:00`
}
