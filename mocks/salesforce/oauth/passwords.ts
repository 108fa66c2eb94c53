import type { Login } from '../access/login.js'
import { sameSecret } from './signature.js'

/** Whether a password is a user's, with the security token appended or without: loopback is a trusted address. */
export function checkPassword(login: Login, given: string): boolean {
  return sameSecret(given, login.password) || sameSecret(given, login.password + login.securityToken)
}
