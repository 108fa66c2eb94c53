import { reply } from '../../../src/engine/kit.js'
import { behaviour } from '../api.js'
import { holds } from '../security/roll.js'
import type { ClientRow } from '../security/rows.js'
import type { WorkdayWorld } from '../world.js'
import { loginPage, messagePage } from './pages.js'

/** How long a code may wait to be exchanged, in milliseconds. @unverified */
const CODE_LIFETIME = 10 * 60_000

type Fields = Readonly<Record<string, unknown>>

interface Request {
  readonly client: ClientRow
  readonly redirectUri: string
  readonly state: string | undefined
  readonly challenge: string | undefined
}

/**
 * The page where somebody signs in and allows an API client to act for them.
 * @source facts B2 (read 2026-11-23) @unverified its look
 */
export const authorize = behaviour('GET /{tenant}/authorize', ({ query }, world) => {
  const request = readRequest(world, query)
  if (typeof request === 'string') return messagePage(400, 'This request cannot be shown', request)
  return loginPage(request.client, query)
})

/** What was decided on it: back to the client with a code, or with access_denied. @source facts B2 (read 2026-11-23) */
export const decide = behaviour('POST /{tenant}/authorize', ({ body }, world) => {
  const form = (body ?? {}) as Fields
  const request = readRequest(world, form)
  if (typeof request === 'string') return messagePage(400, 'This request cannot be shown', request)
  if (form.decision !== 'allow') return back(request, { error: 'access_denied' })
  const user = String(form.username ?? '').replace(/@[^@]*$/, '')
  const account = world.security.accounts.find(user)
  if (!account || account.disabled || !holds(account, String(form.password ?? ''), world)) {
    return loginPage(request.client, form, 'Wrong user name or password.')
  }
  const code = world.port.random.base62(48).toLowerCase()
  world.security.codes.insert({
    id: code,
    client: request.client.id,
    user,
    redirectUri: request.redirectUri,
    expires: world.now() + CODE_LIFETIME,
    ...(request.challenge !== undefined && { challenge: request.challenge }),
  })
  world.port.claim(code)
  return back(request, { code })
})

/** @returns what is wrong with it, where its client cannot be told */
function readRequest(world: WorkdayWorld, given: Fields): Request | string {
  const client = world.security.clients.find(String(given.client_id ?? ''))
  if (!client || client.disabled) return 'The client_id names no API client of this tenant.'
  const redirectUri = String(given.redirect_uri ?? client.redirectUris[0] ?? '')
  if (!client.redirectUris.includes(redirectUri)) {
    return `The redirect_uri '${redirectUri}' is none of the client's: ${client.redirectUris.join(', ') || 'it has none; name it in the setting redirectUris'}.`
  }
  if (given.response_type !== 'code')
    return `The response_type must be code, not '${String(given.response_type ?? '')}'.`
  const text = (name: string) =>
    typeof given[name] === 'string' && given[name] !== '' ? (given[name] as string) : undefined
  return { client, redirectUri, state: text('state'), challenge: text('code_challenge') }
}

function back({ redirectUri, state }: Request, answer: Readonly<Record<string, string>>) {
  const url = new URL(redirectUri)
  for (const [name, value] of Object.entries({ ...answer, ...(state !== undefined && { state }) }))
    url.searchParams.set(name, value)
  return reply({
    status: 302,
    headers: { Location: url.href, 'Cache-Control': 'no-store' },
    body: '',
    contentType: 'text/html',
  })
}
