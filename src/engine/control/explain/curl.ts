/** What a request is made of, for writing it down as a command. */
export interface CurlRequest {
  readonly method: string
  /** Scheme, host, path and query. */
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  /** Headers that are meant as they stand: a `$` is no variable. */
  readonly literal?: Readonly<Record<string, string>>
  readonly body:
    | { readonly kind: 'form' | 'json'; readonly data: unknown }
    /** As it was sent. */
    | { readonly kind: 'raw'; readonly data: string }
    | undefined
}

/** A request as a curl command. Values of headers may name shell variables. */
export function curlCommand({ method, url, headers, literal = {}, body }: CurlRequest): string {
  const parts = [`curl ${quote(url)}`]
  if (method !== (body ? 'POST' : 'GET')) parts.push(`-X ${method}`)
  for (const [name, value] of Object.entries(headers)) parts.push(`-H "${name}: ${value.replace(/["\\`]/g, '\\$&')}"`)
  for (const [name, value] of Object.entries(literal)) parts.push(`-H ${quote(`${name}: ${value}`)}`)
  if (body?.kind === 'json') {
    parts.push(`-H "Content-Type: application/json"`, `-d ${quote(JSON.stringify(body.data))}`)
  } else if (body?.kind === 'raw') {
    parts.push(`--data-binary ${quote(body.data)}`)
  } else if (body) {
    for (const [name, value] of formPairs(body.data)) parts.push(`--data-urlencode ${quote(`${name}=${value}`)}`)
  }
  return parts.join(' \\\n  ')
}

/** Nested data as the pairs of a form: `a[b][0]=c`. */
export function formPairs(data: unknown, prefix = ''): [name: string, value: string][] {
  if (typeof data !== 'object' || data === null) return prefix ? [[prefix, data === null ? '' : String(data)]] : []
  return Object.entries(data).flatMap(([key, value]) => formPairs(value, prefix ? `${prefix}[${key}]` : key))
}

function quote(text: string): string {
  return `'${text.replace(/'/g, `'\\''`)}'`
}
