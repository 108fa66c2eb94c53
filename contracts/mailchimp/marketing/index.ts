import type { PathItem } from '../../document.js'
import type { Components } from '../components.js'
import { type RawDocument, readOpenApi } from '../read-openapi.js'
import { type RawSchema, type ReduceOptions, reduceSchema } from '../reduce-schema.js'
import { isConditional } from './conditional.js'

/** Marketing 3.0. The description has no `required` in answers: what is not known to be conditional is always there. */
export function readMarketing(document: RawDocument, components: Components): Record<string, PathItem> {
  const common = {
    hoist: components.hoist,
    resolve: (ref: string) => {
      throw new Error(`the Marketing description refers to ${ref}: it is expected to have no references`)
    },
  }
  const request: ReduceOptions = { ...common, required: (schema) => schema.required ?? [] }
  const answer: ReduceOptions = {
    ...common,
    required: (schema, names) => names.filter((name) => !isConditional(schema.title ?? '', name)),
  }
  return readOpenApi(document, {
    path: (path) => (path === '/' ? '/3.0' : `/3.0${path}`),
    operationId: (path, id) => id ?? path,
    request: (schema: RawSchema) => reduceSchema(schema, request),
    answer: (schema: RawSchema) => reduceSchema(schema, answer),
  })
}
