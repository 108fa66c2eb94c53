import type { Operation, Parameter, Reply, Schema } from '../../document.js'
import { parameterNames } from './path-parameters.js'

export interface Draft {
  operationId: string
  /** Names of query parameters; all are optional strings, since the platform ignores what it does not know. */
  query?: string[]
  body?: Schema
  /** Media type of the body. Default application/json. */
  mediaType?: string
  /** Schema of the success answer; absent: it has no body. */
  answer?: Schema
  answerType?: string
  /** Status of the success answer. Default 200. */
  status?: number
  /** No session is asked for. */
  open?: boolean
}

/** One operation of the platform, written out as OpenAPI. Bodies are optional here: what is missing is told by the behaviour. */
export function operation(path: string, draft: Draft): Operation & { security?: [] } {
  const { operationId, query = [], body, mediaType = 'application/json', status = 200, open = false } = draft
  const parameters: Parameter[] = [
    ...parameterNames(path).map((name) => parameter(name, 'path')),
    ...query.map((name) => parameter(name, 'query')),
  ]
  return {
    operationId,
    ...(parameters.length > 0 && { parameters }),
    ...(body && { requestBody: { required: false, content: { [mediaType]: { schema: body } } } }),
    responses: { [String(status)]: success(draft) },
    ...(open && { security: [] as [] }),
  }
}

function parameter(name: string, where: 'path' | 'query'): Parameter {
  return { name, in: where, required: where === 'path', schema: { type: 'string' } }
}

function success({ answer, answerType = 'application/json' }: Draft): Reply {
  return { description: '', ...(answer && { content: { [answerType]: { schema: answer } } }) }
}
