import type { PactBody, PactRequest } from '../pact/pact-file.js'
import type { Examples } from './examples.js'
import { headersOf } from './header-rules.js'
import type { Content } from './heard.js'
import { requestRules } from './request-rules.js'
import type { TracedExchange } from './trace.js'

/** A request as it stands in a contract. */
export function pactRequest(exchange: TracedExchange, examples: Examples): PactRequest {
  const { method, path, query, requestHeaders, request, source } = exchange
  const text = (value: string) => examples.text(value, source.at)
  const asked: Record<string, string[]> = {}
  for (const [name, value] of query) {
    asked[name] ??= []
    asked[name].push(text(value))
  }
  const headers = headersOf(requestHeaders, examples, source.at)
  const made: PactRequest = {
    method,
    path: text(path),
    ...(query.length > 0 && { query: asked }),
    ...(Object.keys(headers).length > 0 && { headers }),
    ...(request && { body: pactBody(request, examples, source.at) }),
  }
  const matchingRules = requestRules(made, examples)
  return { ...made, ...(Object.keys(matchingRules).length > 0 && { matchingRules }) }
}

/** A body as it stands in a contract: JSON as it is, a form and all others as text. */
export function pactBody({ type, text, json, form }: Content, examples: Examples, now: number): PactBody {
  const contentType = type.split(';')[0]?.trim() ?? type
  if (json !== undefined) return { content: examples.data(json, now), contentType, encoded: false }
  if (!form) return { content: examples.text(text, now), contentType, encoded: false }
  const fields = Object.fromEntries(form)
  const pairs = form.map(([name, value]): [string, string] => [name, String(examples.data(value, now, name, fields))])
  return { content: readable(new URLSearchParams(pairs)), contentType, encoded: false }
}

/** Brackets stay as they are, for those who read the file. */
function readable(form: URLSearchParams): string {
  return form.toString().replace(/%5B/g, '[').replace(/%5D/g, ']')
}
