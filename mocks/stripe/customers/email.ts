import { invalidRequest } from '../errors.js'

/** @throws email_invalid (400) @unverified wording */
export function checkEmail(email: string | undefined, param = 'email'): void {
  if (email === undefined || email === '' || /^[^\s@]+@[^\s@]+$/.test(email)) return
  throw invalidRequest(`Invalid email address: ${email}`, { code: 'email_invalid', param })
}
