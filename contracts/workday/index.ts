import type { Description, Schema } from '../document.js'
import { platformPaths } from './platform.js'
import { restPath, restPaths, restServices } from './rest-paths.js'

/** Workday's APIs as far as they are described here, from facts: the vendor's own documents are not public. */
export function convertWorkday(): Description {
  const services = restServices()
  const shapes = Object.assign({}, ...services.map((each) => each.shapes)) as Record<string, Schema>
  return {
    openapi: '3.1.0',
    info: { title: 'Workday', version: 'staffing v6, person v4, SOAP v26.1' },
    servers: [{ url: 'https://wd2-impl-services1.workday.com' }],
    'x-source': 'contracts/workday',
    paths: { ...restPaths(services), ...platformPaths() },
    components: { schemas: { ...common, ...shapes } },
  }
}

export interface Access {
  /** Security domains and business process policies, one of which the caller must be granted. */
  readonly domains: readonly string[]
  /** Functional areas, one of which the token must be for. */
  readonly scopes: readonly string[]
}

/** What secures each REST operation, by its key. */
export function workdayAccess(): Record<string, Access> {
  const access: Record<string, Access> = {}
  for (const facts of restServices()) {
    for (const each of facts.operations) {
      const { domains, scopes } = each
      access[`${each.method} ${restPath(facts, each)}`] = { domains, scopes }
    }
  }
  return access
}

const text: Schema = { type: 'string' }
const reference: Schema = { $ref: '#/components/schemas/Reference' }
const problem = { error: text, code: text, field: text, path: text }

const common: Record<string, Schema> = {
  Reference: { type: 'object', properties: { id: text, descriptor: text, href: text }, required: ['id'] },
  ReferencePage: {
    type: 'object',
    properties: { total: { type: 'integer' }, data: { type: 'array', items: reference } },
  },
  Problem: { type: 'object', properties: problem, required: ['error'] },
  ValidationProblem: {
    type: 'object',
    properties: { error: text, errors: { type: 'array', items: { $ref: '#/components/schemas/Problem' } } },
    required: ['error'],
  },
}
