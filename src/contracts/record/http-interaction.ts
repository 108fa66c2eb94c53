import type { StateName } from '../../index.js'
import type { HttpInteraction, MatchingRules, PactBody, ProviderState } from '../pact/pact-file.js'
import { bodyRules, one } from './body-rules.js'
import { withOneItem } from './common-item.js'
import { STATES } from './describe.js'
import { headerRules, headersOf } from './header-rules.js'
import { pactBody, pactRequest } from './pact-request.js'
import { type KnownReads, pruned, readsOf } from './reads.js'
import type { Setup } from './setup.js'
import type { Trace, TracedExchange } from './trace.js'
import { xmlRules } from './xml-rules.js'

/** An exchange as an interaction of a contract. */
export function httpInteraction(
  trace: Trace,
  exchange: TracedExchange,
  setup: Setup,
  known: readonly KnownReads[],
): HttpInteraction {
  const { source, description, status, asks } = exchange
  const { operation, fidelity } = source
  const refusal = status >= 400
  const reads = readsOf(known, [description, refusal ? undefined : operation])
  const answer = answerOf(trace, exchange, reads)
  const states = [...setup.statesBefore(trace, exchange, [...asks, ...answer.ids]), ...metStates(trace, exchange)]
  return {
    type: 'Synchronous/HTTP',
    description,
    ...(states.length > 0 && { providerStates: states }),
    comments: { standin: { ...(operation !== undefined && { operation }), fidelity, reads } },
    request: pactRequest(exchange, trace.examples),
    response: answer.response,
  }
}

/** What a refusal says of the state that it was met in. */
function metStates(
  { vendor, examples }: Trace,
  { status, request, response, source }: TracedExchange,
): ProviderState[] {
  if (status < 400) return []
  const said = request?.form ? Object.fromEntries(request.form) : request?.json
  const found: StateName | undefined = vendor.met({ status, request: said, answer: response?.json })
  const met = found ?? (source.faults.length > 0 ? { name: `the vendor answers ${status}` } : undefined)
  if (!met) return []
  const name = examples.text(met.name, source.at)
  return [{ name, ...(met.params && { params: examples.data(met.params, source.at) as Record<string, unknown> }) }]
}

function answerOf(
  trace: Trace,
  { response, responseHeaders, status, source }: TracedExchange,
  reads: ReturnType<typeof readsOf>,
) {
  const { examples, vendor } = trace
  const headers = headersOf(responseHeaders, examples, source.at)
  const rules: MatchingRules = { header: headerRules(headers, examples) }
  const said = response && {
    ...response,
    ...(response.json !== undefined && { json: withOneItem(pruned(response.json, reads)) }),
  }
  const body: PactBody | undefined = said && pactBody(said, examples, source.at)
  if (body && said?.json !== undefined) {
    rules.body = bodyRules(body.content, {
      examples,
      description: vendor.description,
      schema: status < 400 ? vendor.description.operation(source.operation ?? '')?.success?.schema : undefined,
      read: reads.fields !== undefined,
      refusal: status >= 400,
    })
    // What the interaction is called by is as it was.
    for (const name of STATES) delete rules.body[`$.${name}`]
  } else if (body && /xml/.test(body.contentType ?? '') && typeof body.content === 'string') {
    rules.body = xmlRules(body.content, examples)
  } else if (body) rules.body = { $: one({ match: 'regex', regex: '[\\s\\S]+' }) }
  const ids = said?.json === undefined ? [] : examples.idsIn(JSON.stringify(said.json))
  return { ids, response: { status, headers, ...(body && { body }), matchingRules: rules } }
}
