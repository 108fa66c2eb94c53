import type { Operation, Parameter, PathItem, Schema } from '../document.js'
import { soapServices } from './soap-operations.js'

/** What is no REST service: OAuth, SOAP, reports as a service, and the query language. Written from the facts' part B. */
export function platformPaths(): Record<string, PathItem> {
  return { ...oauth(), ...soap(), ...reports(), ...wql() }
}

const object: Schema = { type: 'object', additionalProperties: true }
const text: Schema = { type: 'string' }
const WQL = '/ccx/api/wql/v1/{tenant}'

interface Draft {
  query?: string[]
  body?: { type: string; schema: Schema }
  answer?: { type: string; schema: Schema }
  open?: boolean
}

function operation(operationId: string, path: string, draft: Draft): Operation & { security?: [] } {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '')
  const parameters: Parameter[] = [
    ...names.map((name): Parameter => ({ name, in: 'path', required: true, schema: text })),
    ...(draft.query ?? []).map((name): Parameter => ({ name, in: 'query', required: false, schema: text })),
  ]
  const { body, answer, open } = draft
  return {
    operationId,
    parameters,
    ...(body && { requestBody: { required: false, content: { [body.type]: { schema: body.schema } } } }),
    responses: { '200': { description: '', ...(answer && { content: { [answer.type]: { schema: answer.schema } } }) } },
    ...(open && { security: [] as [] }),
  }
}

function oauth(): Record<string, PathItem> {
  const form = { type: 'application/x-www-form-urlencoded', schema: object }
  const html = { type: 'text/html', schema: text }
  const token = '/ccx/oauth2/{tenant}/token'
  const authorize = '/{tenant}/authorize'
  const answer: Schema = {
    type: 'object',
    properties: {
      access_token: text,
      token_type: text,
      refresh_token: text,
      expires_in: { type: 'integer' },
    },
    required: ['access_token', 'token_type'],
  }
  return {
    [token]: {
      post: operation('oauth_token', token, {
        body: form,
        answer: { type: 'application/json', schema: answer },
        open: true,
      }),
    },
    [authorize]: {
      get: operation('oauth_authorize', authorize, {
        query: [
          'response_type',
          'client_id',
          'redirect_uri',
          'state',
          'scope',
          'code_challenge',
          'code_challenge_method',
        ],
        answer: html,
        open: true,
      }),
      post: operation('oauth_decide', authorize, { body: form, answer: html, open: true }),
    },
  }
}

/** One operation for each root element of a body, at the one address that its service has. */
function soap(): Record<string, PathItem> {
  const paths: Record<string, PathItem> = {}
  const xml = { type: 'text/xml', schema: object }
  for (const [service, roots] of Object.entries(soapServices)) {
    const address = `/ccx/service/{tenant}/${service}/{version}`
    paths[address] = {
      get: operation(`soap_${service}_wsdl`, address, {
        query: ['wsdl'],
        answer: { type: 'text/xml', schema: text },
        open: true,
      }),
    }
    for (const root of roots) {
      paths[`${address}#${root}`] = { post: operation(`soap_${service}_${root}`, address, { body: xml, answer: xml }) }
    }
  }
  return paths
}

function reports(): Record<string, PathItem> {
  const path = '/ccx/service/customreport2/{tenant}/{owner}/{report}'
  return {
    [path]: {
      get: withPrompts(
        operation('raas_report', path, { query: ['format'], answer: { type: 'application/json', schema: object } }),
      ),
    },
  }
}

/** Prompts of a report, by their XML alias: any names. */
function withPrompts(report: Operation): Operation {
  const prompts: Parameter = {
    name: 'prompts',
    in: 'query',
    required: false,
    schema: { type: 'object', additionalProperties: text },
    style: 'form',
    explode: true,
  }
  return { ...report, parameters: [...(report.parameters ?? []), prompts] }
}

function wql(): Record<string, PathItem> {
  const rows: Schema = {
    type: 'object',
    properties: { total: { type: 'integer' }, data: { type: 'array', items: object } },
    required: ['total', 'data'],
  }
  const answer = { type: 'application/json', schema: rows }
  const page = ['limit', 'offset']
  const query: Schema = { type: 'object', properties: { query: text } }
  const get = (id: string, path: string, names: string[]) => ({
    get: operation(id, path, { query: names, answer }),
  })
  const sources = `${WQL}/dataSources`
  return {
    [`${WQL}/data`]: {
      ...get('wql_data', `${WQL}/data`, ['query', ...page]),
      post: operation('wql_data_post', `${WQL}/data`, {
        query: page,
        body: { type: 'application/json', schema: query },
        answer,
      }),
    },
    [sources]: get('wql_sources', sources, ['alias', 'searchString', ...page]),
    [`${sources}/{ID}`]: {
      get: operation('wql_source', `${sources}/{ID}`, { answer: { type: 'application/json', schema: object } }),
    },
    [`${sources}/{ID}/fields`]: get('wql_fields', `${sources}/{ID}/fields`, page),
    [`${sources}/{ID}/dataSourceFilters`]: get('wql_filters', `${sources}/{ID}/dataSourceFilters`, page),
  }
}
