import type { Body, Operation, Reply, Schema } from '../document.js'
import type { Call } from './call.js'
import { operationId } from './operation-ids.js'
import { pathParameters, queryParameters } from './parameters.js'
import type { TypeReader } from './read-types.js'
import { list } from './schema-shapes.js'

/** The operation a call of the SDK makes, under its official path. */
export function buildOperation(call: Call, path: string, types: TypeReader): Operation {
  const version2 = path.startsWith('/v2/')
  const params = call.params
    ? types.request(call.params, version2 && call.method === 'POST' ? 'json' : 'form')
    : undefined
  const query = call.method === 'POST' || !params ? [] : queryParameters(params)
  const body = call.method === 'POST' && params ? bodyOf(params, call, version2) : undefined
  return {
    operationId: operationId(call.method, path),
    parameters: [...pathParameters(path), ...query],
    ...(body ? { requestBody: body } : {}),
    responses: { '200': replyOf(call, types) },
  }
}

function bodyOf(schema: Schema, call: Call, version2: boolean): Body | undefined {
  if (version2 && Object.keys(schema.properties ?? {}).length === 0) return undefined
  const form = call.multipart ? 'multipart/form-data' : 'application/x-www-form-urlencoded'
  return {
    required: (schema.required ?? []).length > 0,
    content: { [version2 ? 'application/json' : form]: { schema } },
  }
}

function replyOf(call: Call, types: TypeReader): Reply {
  const schema = types.answer(call.answer)
  if (call.answer.getText() === 'void' || call.answer.getText() === 'Response<void>') return { description: '' }
  if (call.answer.getText().includes('StripeStreamResponse')) {
    return { description: '', content: { 'application/pdf': { schema: { type: 'string', format: 'binary' } } } }
  }
  return { description: '', content: { 'application/json': { schema: paged(schema, call.paging) } } }
}

function paged(item: Schema, paging: Call['paging']): Schema {
  switch (paging) {
    case 'none':
      return item
    case 'list':
      return list(item)
    case 'search':
      return searchResult(item)
    case 'v2-list':
      return version2List(item, {}, [])
    case 'v2-search':
      return version2List(
        item,
        { object: { type: 'string', enum: ['v2.search_result'] }, total_count: { type: 'integer' } },
        ['object', 'total_count'],
      )
  }
}

function searchResult(item: Schema): Schema {
  return {
    type: 'object',
    properties: {
      object: { type: 'string', enum: ['search_result'] },
      data: { type: 'array', items: item },
      has_more: { type: 'boolean' },
      next_page: { type: ['string', 'null'] },
      total_count: { type: 'integer', 'x-includable': true },
      url: { type: 'string' },
    },
    required: ['data', 'has_more', 'object', 'url'],
    'x-expandableFields': ['data'],
  }
}

function version2List(item: Schema, more: Record<string, Schema>, required: string[]): Schema {
  return {
    type: 'object',
    properties: {
      ...more,
      data: { type: 'array', items: item },
      next_page_url: { type: ['string', 'null'] },
      previous_page_url: { type: ['string', 'null'] },
    },
    required: ['data', 'next_page_url', 'previous_page_url', ...required].sort(),
  }
}
