import { VendorError } from '../../../src/engine/kit.js'
import { fail, faultsOf } from '../errors.js'
import type { SalesforceWorld } from '../world.js'
import { resolveReferences, resolveText } from './references.js'
import { type SubResponse, sendPart } from './subrequest.js'

/** One part of a composite or of a graph. */
export interface Part {
  readonly method: string
  readonly url: string
  readonly referenceId: string
  readonly body?: unknown
  readonly httpHeaders?: Readonly<Record<string, string>>
}

/** What became of it, in the words of the answer. */
export type PartResult = {
  readonly body: unknown
  readonly httpHeaders: Readonly<Record<string, string>>
  readonly httpStatusCode: number
  readonly referenceId: string
}

const HALTED = 'The transaction was rolled back since another operation in the same transaction failed.'

/** Thrown to undo all parts; what is answered is in it. */
class Undo extends Error {
  readonly results: PartResult[]

  constructor(results: PartResult[]) {
    super('undone')
    this.results = results
  }
}

/** Runs parts in order. Where one fails with `allOrNone`, all is undone and the others say so. */
export function runParts(world: SalesforceWorld, parts: readonly Part[], allOrNone: boolean): PartResult[] {
  try {
    return world.port.savepoint(() => {
      const answered = new Map<string, unknown>()
      const results: PartResult[] = []
      for (const part of parts) {
        const response = runPart(world, part, answered)
        results.push({ ...shown(response), referenceId: part.referenceId })
        if (response.status < 400) answered.set(part.referenceId, response.body)
        else if (allOrNone) throw new Undo(halted(parts, results))
      }
      return results
    })
  } catch (error) {
    if (error instanceof Undo) return error.results
    throw error
  }
}

function runPart(world: SalesforceWorld, part: Part, answered: ReadonlyMap<string, unknown>): SubResponse {
  try {
    const url = resolveText(part.url, answered)
    const path = url.split('?')[0] ?? ''
    if (/^\/services\/data\/v\d+\.0\/composite(?!\/sobjects)/.test(path)) {
      throw fail(400, 'INVALID_INPUT', `A composite request cannot contain ${path}`)
    }
    const body = resolveReferences(part.body, answered)
    return sendPart(world, {
      method: part.method,
      url,
      body,
      ...(part.httpHeaders && { headers: part.httpHeaders }),
    })
  } catch (error) {
    if (!(error instanceof VendorError)) throw error
    const body = faultsOf(error).map(({ code, message }) => ({ errorCode: code, message }))
    return { status: error.status, body, headers: {} }
  }
}

function shown({ status, body, headers }: SubResponse): Omit<PartResult, 'referenceId'> {
  return { body, httpHeaders: headers, httpStatusCode: status }
}

/** The part that failed keeps its error; all others, done or not, were rolled back. */
function halted(parts: readonly Part[], results: readonly PartResult[]): PartResult[] {
  const failed = results.at(-1)
  return parts.map(({ referenceId }) =>
    failed?.referenceId === referenceId
      ? failed
      : {
          body: [{ errorCode: 'PROCESSING_HALTED', message: HALTED }],
          httpHeaders: {},
          httpStatusCode: 400,
          referenceId,
        },
  )
}
