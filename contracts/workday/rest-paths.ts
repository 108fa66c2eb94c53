import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Operation, Parameter, PathItem, Schema, Verb } from '../document.js'
import { type FactOperation, type Facts, readFacts } from './read-facts.js'

const folder = join(import.meta.dirname, 'rest')

/** All REST services that are described here. */
export function restServices(): Facts[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.facts'))
    .sort()
    .map((file) => readFacts(readFileSync(join(folder, file), 'utf8')))
}

/** Where an operation is served: `/ccx/api/staffing/v6/{tenant}/workers`. What a query tells apart stands behind `#`. */
export function restPath({ service, version }: Facts, { path }: Pick<FactOperation, 'path'>): string {
  const [plain = '', query] = path.split('?')
  return `/ccx/api/${service}/${version}/{tenant}${plain.replace(/\/$/, '')}${query ? `#${query.split('=')[1]}` : ''}`
}

export function restPaths(services: readonly Facts[]): Record<string, PathItem> {
  const paths: Record<string, PathItem> = {}
  for (const facts of services) {
    for (const each of facts.operations) {
      const path = restPath(facts, each)
      paths[path] ??= {}
      const item = paths[path] as { [verb in Verb]?: Operation }
      item[each.method.toLowerCase() as Verb] = operation(facts, path, each)
    }
  }
  return paths
}

function operation({ service }: Facts, path: string, facts: FactOperation): Operation {
  const [plain = ''] = path.split('#')
  const names = [...plain.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '')
  const inPath = names.map((name): Parameter => ({ name, in: 'path', required: true, schema: { type: 'string' } }))
  const parts = facts.path.replaceAll(/[{}]/g, '').split(/\W+/).filter(Boolean)
  return {
    operationId: [service, facts.method.toLowerCase(), ...parts].join('_'),
    parameters: [...inPath, ...facts.query],
    ...(facts.body && { requestBody: { required: false, content: json(facts.body) } }),
    responses: { [String(facts.status)]: { description: '', ...(facts.answer && { content: json(facts.answer) }) } },
  }
}

const json = (schema: Schema) => ({ 'application/json': { schema } })
