import { decodeForm } from '../../decode/form.js'
import { coerce } from '../../description/coerce.js'
import type { Issue } from '../../description/issue.js'
import type { Operation } from '../../description/operation.js'
import type { Entry } from '../../log/entry.js'
import { nearest } from '../../nearest.js'
import type { VendorRuntime } from '../../vendor-runtime.js'
import type { World } from '../../world/world.js'
import type { Control } from '../control.js'
import { credentialVariable } from '../credentials.js'
import { curlCommand, formPairs } from './curl.js'
import { objectSchema, type ParameterView, parametersOf, typeName } from './describe.js'
import { mend } from './mend.js'

export interface Explanation {
  /** What was found wrong, each in one sentence. */
  readonly problems: readonly string[]
  readonly parameters: readonly ParameterView[]
  /** The nearest request that the description allows, as a command; secrets are shell variables. */
  readonly curl: string | null
  /** Where no operation has the path: those that were likely meant. */
  readonly suggestions: readonly string[]
}

/** What the description asks for where a request went wrong, and how it would have gone right. */
export function explain(control: Control, world: World, entry: Entry): Explanation {
  const runtime = control.sandbox.runtime(entry.vendor)
  const operation = entry.operation === undefined ? undefined : runtime?.description.operation(entry.operation)
  if (!runtime || !operation) {
    return { problems: [], parameters: [], curl: null, suggestions: runtime ? likely(runtime, entry) : [] }
  }
  const sent = { query: queryOf(runtime, operation, entry), body: bodyOf(runtime, operation, entry) }
  return {
    problems: entry.issues.map((issue) =>
      sentence(runtime, operation, issue, sent[issue.in === 'query' ? 'query' : 'body']),
    ),
    parameters: parametersOf(runtime.description, operation),
    curl: validRequest(control, world, runtime, operation, entry, sent),
    suggestions: [],
  }
}

function sentence(runtime: VendorRuntime, operation: Operation, issue: Issue, sent: unknown): string {
  const { description } = runtime
  const name = issue.path.map((part, i) => (i === 0 ? part : `[${part}]`)).join('')
  const schema = issue.in === 'query' ? operation.querySchema : operation.body?.schema
  const here = schema && description.validator.locate(schema, issue.path, sent)
  const wanted = here ? ` It takes: ${typeName(description, here)}.` : ''
  const seen = issue.value === undefined ? '' : ` (seen: ${short(runtime.redactor.data(issue.value))})`
  switch (issue.kind) {
    case 'unknown': {
      const outer = schema && description.validator.locate(schema, issue.path.slice(0, -1), sent)
      const names = Object.keys(outer ? (objectSchema(description, outer).properties ?? {}) : {})
      const meant = nearest(String(issue.path[issue.path.length - 1] ?? ''), names)
      return `'${name}' is no parameter of ${operation.key}${meant ? `; '${meant}' is` : ''}.`
    }
    case 'missing':
      return `'${name}' is missing.${wanted}`
    case 'type':
      return `'${name}' is of the wrong type${seen}.${wanted}`
    case 'enum':
      return `'${name}' has a value that is not allowed${seen}.${wanted}`
    default:
      return `'${name}' is not allowed: ${issue.kind} ${short(issue.expected)}${seen}.${wanted}`
  }
}

function validRequest(
  control: Control,
  world: World,
  runtime: VendorRuntime,
  operation: Operation,
  entry: Entry,
  sent: { readonly query: unknown; readonly body: unknown },
): string {
  const { description } = runtime
  const [path = ''] = entry.target.split('?')
  const query = formPairs(mend(description, operation.querySchema, sent.query, 'query'))
  const search = query.length > 0 ? `?${new URLSearchParams(query)}` : ''
  const base = control.address(runtime.name)?.url ?? `https://${runtime.definition.hosts[0] ?? 'localhost'}`
  const described = operation.body
  const json = described?.mediaType.includes('json') ?? false
  const data = described && mend(description, described.schema, sent.body, 'body')
  const some = typeof data === 'object' && data !== null && Object.keys(data).length > 0
  return curlCommand({
    method: entry.method,
    url: `${base}${path}${search}`,
    headers: operation.public ? {} : { Authorization: `Bearer $${credentialVariable(runtime, world)}` },
    body: some || (json && described) ? { kind: json ? 'json' : 'form', data } : undefined,
  })
}

function queryOf(runtime: VendorRuntime, operation: Operation, entry: Entry): unknown {
  const [, query = ''] = entry.target.split('?')
  return coerce(
    runtime.description,
    operation.querySchema,
    read(() => decodeForm(query)),
  )
}

function bodyOf(runtime: VendorRuntime, operation: Operation, entry: Entry): unknown {
  const described = operation.body
  if (!described) return {}
  const { body } = entry.request
  if (described.mediaType.includes('json')) return read(() => JSON.parse(body || '{}'))
  return coerce(
    runtime.description,
    described.schema,
    read(() => decodeForm(body)),
  )
}

/** A body that was cut, or was none to begin with, is as good as an empty one. */
function read(parse: () => unknown): unknown {
  try {
    return parse() ?? {}
  } catch {
    return {}
  }
}

function likely(runtime: VendorRuntime, entry: Entry): string[] {
  const [path = ''] = entry.target.split('?')
  const candidates = runtime.description.operations
    .filter((operation) => operation.path.split('/').length === path.split('/').length)
    .map(({ key }) => key)
  const same = candidates.filter((key) => key.split(' ')[1] === path)
  const meant = nearest(`${entry.method} ${path}`, candidates)
  return [...new Set([...same, ...(meant ? [meant] : [])])].slice(0, 5)
}

function short(value: unknown): string {
  const text = JSON.stringify(value) ?? ''
  return text.length > 80 ? `${text.slice(0, 77)}...` : text
}
