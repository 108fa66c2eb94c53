import type { Operation, PathItem, Schema } from '../document.js'
import { operationId } from './operation-ids.js'
import { pathParameters } from './parameters.js'

const text: Schema = { type: 'string', maxLength: 5000 }

/**
 * What the API serves beside the operations an SDK calls: the page that starts OAuth, and the bytes of a file.
 * The parameters of OAuth are those the SDK builds its URL from.
 * @unverified which of them are required, the members of their enums, and the path of a file's bytes
 */
export const additions: Record<string, PathItem> = {
  '/oauth/authorize': { get: authorize('/oauth/authorize') },
  '/express/oauth/authorize': { get: authorize('/express/oauth/authorize') },
  '/v1/files/{file}/contents': { get: binary('/v1/files/{file}/contents', 'application/octet-stream') },
}

export const additionHosts: Record<string, string> = {
  '/oauth/authorize': 'connect',
  '/express/oauth/authorize': 'connect',
  '/v1/files/{file}/contents': 'files',
}

function authorize(path: string): Operation {
  const query: [name: string, required: boolean, schema: Schema][] = [
    ['client_id', true, text],
    ['response_type', false, { type: 'string', enum: ['code'] }],
    ['redirect_uri', false, text],
    ['scope', false, { type: 'string', enum: ['read_write', 'read_only'] }],
    ['state', false, text],
    ['stripe_landing', false, { type: 'string', enum: ['login', 'register'] }],
    ['always_prompt', false, { type: 'boolean' }],
    ['suggested_capabilities', false, { type: 'array', items: text }],
    ['stripe_user', false, { type: 'object', additionalProperties: text }],
  ]
  return {
    operationId: operationId('get', path),
    security: [],
    parameters: query.map(([name, required, schema]) => ({
      name,
      in: 'query',
      required,
      schema,
      ...(schema.items || schema.additionalProperties ? { style: 'deepObject' as const, explode: true } : {}),
    })),
    responses: { '200': { description: '', content: { 'text/html': { schema: { type: 'string' } } } } },
  }
}

function binary(path: string, type: string): Operation {
  return {
    operationId: operationId('get', path),
    parameters: pathParameters(path),
    responses: { '200': { description: '', content: { [type]: { schema: { type: 'string', format: 'binary' } } } } },
  }
}
