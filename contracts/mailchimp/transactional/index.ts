import { type PathItem, refName, refTo, type Schema } from '../../document.js'
import type { Components } from '../components.js'
import { type RawDocument, readOpenApi } from '../read-openapi.js'
import { type ReduceOptions, reduceSchema } from '../reduce-schema.js'
import { overlaySchemas, withOverlay } from './overlay/index.js'

const PREFIX = 'Mandrill.'

/**
 * Transactional (Mandrill) 1.0, with what is newer laid over it: every operation is a POST to /api/1.0/<namespace>/<method>; the
 * ending `.json` may be left out.
 */
export function readTransactional(document: RawDocument, components: Components): Record<string, PathItem> {
  const options: ReduceOptions = {
    // Its objects have names already.
    hoist: (schema) => schema,
    resolve: (ref) => refTo(PREFIX + ref.slice(ref.lastIndexOf('/') + 1)),
    required: (schema) => schema.required ?? [],
  }
  for (const [name, schema] of Object.entries(document.components?.schemas ?? {})) {
    components.schemas[PREFIX + name] = reduceSchema(schema, options)
  }
  for (const [name, schema] of Object.entries(overlaySchemas)) components.schemas[PREFIX + name] = schema
  const paths = readOpenApi(document, {
    path: (path) => `/api/1.0${path.replace(/\.json$/, '')}`,
    operationId: (path) => path.replace(/^\/|\.json$/g, '').replace('/', '.'),
    request: (schema) => reduceSchema(schema, options),
    answer: (schema) => reduceSchema(schema, options),
  })
  return withOverlay(paths, (schema) => resolved(components, schema))
}

function resolved(components: Components, schema: Schema): Schema {
  const name = schema.$ref && refName(schema.$ref)
  return (name && components.schemas[name]) || schema
}
