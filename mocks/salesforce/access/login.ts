import type { Row } from '../../../src/engine/kit.js'

/** What of a user is not in their record: what they log in with, and what they may do. Its id is the user's (18 characters). */
export interface Login extends Row {
  /** In lower case: it is found in any. */
  readonly username: string
  readonly password: string
  /** Appended to the password where a login comes from an address that is not trusted; accepted always. */
  readonly securityToken: string
  readonly email: string
  readonly firstName: string | null
  readonly lastName: string
  readonly alias: string
  readonly active: boolean
  readonly timeZone: string
  readonly locale: string
  readonly language: string
  /** Name of the profile. */
  readonly profile: string
  /** Names of permission sets. */
  readonly permissionSets: readonly string[]
}

/** "Ada Lovelace" */
export function displayName({ firstName, lastName }: Login): string {
  return firstName === null ? lastName : `${firstName} ${lastName}`
}
