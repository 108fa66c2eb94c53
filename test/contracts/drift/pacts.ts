import type { NamedPact } from '../../../src/contracts/drift/drift.js'
import { type Interaction, type PactFile, parsePact, READS, renderPact } from '../../../src/contracts/pact/pact-file.js'

interface Http {
  readonly operation: string
  readonly path: string
  readonly query?: Record<string, string[]>
  /** A form, as it is sent. */
  readonly form?: string
  readonly headers?: Record<string, string>
  readonly status?: number
  readonly answer: unknown
  /** Declared; without it, what is in the answer was only recorded. */
  readonly reads?: readonly string[]
}

/** An interaction as `standin contracts record` writes it. */
export function http(description: string, given: Http): Interaction {
  const form = given.form === undefined ? {} : { body: { content: given.form, contentType: FORM } }
  return {
    type: 'Synchronous/HTTP',
    description,
    request: {
      method: given.operation.split(' ')[0] ?? '',
      path: given.path,
      ...(given.query && { query: given.query }),
      headers: { ...(given.form !== undefined && { 'content-type': FORM }), ...given.headers },
      ...form,
    },
    response: {
      status: given.status ?? 200,
      headers: { 'content-type': 'application/json' },
      body: { content: given.answer, contentType: 'application/json' },
    },
    comments: { standin: { operation: given.operation, fidelity: 'modelled', reads: reads(given.reads) } },
  }
}

export function message(event: string, content: unknown, fields?: readonly string[]): Interaction {
  return {
    type: 'Asynchronous/Messages',
    description: event,
    contents: { content, contentType: 'application/json' },
    comments: { standin: { event, reads: reads(fields) } },
  }
}

const FORM = 'application/x-www-form-urlencoded'

function reads(fields: readonly string[] | undefined) {
  return fields ? { known: READS.declared, fields: [...fields] } : { known: READS.recorded }
}

/** A Pact file, read back from its own text. */
export function pactOf(
  consumer: string,
  interactions: readonly Interaction[],
  against: { readonly source: string; readonly version: string },
): NamedPact {
  const pact: PactFile = {
    consumer: { name: consumer },
    provider: { name: 'Stripe' },
    interactions: [...interactions],
    metadata: { pactSpecification: { version: '4.0' }, standin: { vendor: 'stripe', description: against } },
  }
  const file = `pacts/${consumer}-stripe.json`
  const text = renderPact(pact)
  return { file, text, pact: parsePact(text, file) }
}
