import type { Operation, Parameter, Schema } from '../../../document.js'
import { text, whole } from '../../schemas.js'

/** What is said of one operation that the source lacks. Without an answer it answers 204. */
export interface NewerOperation {
  readonly id: string
  readonly query?: Readonly<Record<string, Schema>>
  readonly body?: Schema
  readonly answer?: Schema
}

/** By method and path, as `POST /3.0/audiences`. */
export type NewerOperations = Readonly<Record<string, NewerOperation>>

/** Of a list of things, or of one: which fields of it are wanted. In a query a list is written with commas. */
export const chosen: Readonly<Record<string, Schema>> = { fields: {}, exclude_fields: {} }
export const paged: Readonly<Record<string, Schema>> = { ...chosen, count: whole, offset: whole }

export function operationOf(path: string, { id, query = {}, body, answer }: NewerOperation): Operation {
  const inPath = [...path.matchAll(/\{([^}]+)\}/g)].map(([, name = '']) => parameter(name, 'path', text))
  const inQuery = Object.entries(query).map(([name, schema]) => parameter(name, 'query', schema))
  const parameters = [...inPath, ...inQuery]
  return {
    operationId: id,
    ...(parameters.length > 0 && { parameters }),
    ...(body && { requestBody: { required: false, content: { 'application/json': { schema: body } } } }),
    responses: answer
      ? { '200': { description: '', content: { 'application/json': { schema: answer } } } }
      : { '204': { description: '' } },
  }
}

function parameter(name: string, place: 'path' | 'query', schema: Schema): Parameter {
  return { name, in: place, required: place === 'path', schema }
}
