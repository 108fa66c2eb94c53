import type { StripeError } from './messages.js'

/** What the API answered: the resource, or its error as Stripe.js shows it. */
export interface Answer {
  readonly result?: unknown
  readonly error?: StripeError
}

/** Calls the API with a publishable key. */
export async function callApi(
  base: string,
  key: string,
  method: 'GET' | 'POST',
  path: string,
  form: object,
): Promise<Answer> {
  const text = encoded(form).toString()
  const query = method === 'GET' && text !== '' ? `?${text}` : ''
  try {
    const response = await fetch(`${base}${path}${query}`, {
      method,
      headers: {
        Authorization: `Bearer ${key}`,
        ...(method === 'POST' && { 'Content-Type': 'application/x-www-form-urlencoded' }),
      },
      ...(method === 'POST' && { body: text }),
    })
    const json = (await response.json()) as { error?: StripeError }
    return json.error ? { error: json.error } : { result: json }
  } catch {
    const message = `Standin was not reached at ${base}. Is it running, and may this page connect to it?`
    return { error: { type: 'api_connection_error', message } }
  }
}

/** `{ a: { b: 1 } }` as `a[b]=1`; what is undefined or null is left out. */
function encoded(form: object): URLSearchParams {
  const out = new URLSearchParams()
  const add = (name: string, value: unknown): void => {
    if (value === undefined || value === null) return
    if (typeof value !== 'object') out.append(name, String(value))
    else for (const [key, inner] of Object.entries(value)) add(`${name}[${key}]`, inner)
  }
  for (const [name, value] of Object.entries(form)) add(name, value)
  return out
}
