import type { org, Request, Response } from './org.js'

type Org = Awaited<ReturnType<typeof org>>

/** Hidden fields of a page's form, as a browser sends them along. */
export function hiddenFields(html: string): Record<string, string> {
  const fields = [...html.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)">/g)]
  return Object.fromEntries(fields.map(([, name = '', value = '']) => [name, value]))
}

/** Goes to the login page and logs in there, as a person would. */
export async function logIn(
  { send, env, view }: Org,
  asked: Record<string, string> = {},
  typed: Record<string, string> = {},
): Promise<Response> {
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: env('SF_CLIENT_ID'),
    redirect_uri: 'http://localhost:3000/callback',
    ...asked,
  })
  const page = await send(`/services/oauth2/authorize?${query}`, { token: null })
  const username = typed.username ?? env('SF_USERNAME')
  const password = view.rights.byUsername(username)?.password ?? ''
  return post(send, '/login', { ...hiddenFields(page.text), username, password, ...typed })
}

export function post(send: Org['send'], path: string, form: Record<string, string>): Promise<Response> {
  const request: Request = { method: 'POST', form, token: null }
  return send(path, request)
}

/** Parameters of the URL that a browser is sent to. */
export function answered(response: Response): Record<string, string> {
  const { search, hash } = new URL(String(response.headers.Location))
  return Object.fromEntries(new URLSearchParams(search || hash.slice(1)))
}

/** The token endpoint, as this world's app. */
export function token({ send, env }: Org, form: Record<string, string>): Promise<Response> {
  const client = { client_id: env('SF_CLIENT_ID'), client_secret: env('SF_CLIENT_SECRET') }
  return post(send, '/services/oauth2/token', { ...client, ...form })
}
