import { type Body, type Description, type Operation, operationsOf, refTo, type Schema } from '../document.js'
import { operationId } from './operation-ids.js'
import { type Alias, aliases } from './overlay-aliases.js'
import { pathParameters } from './parameters.js'

/**
 * Adds the older paths of the overlay to a document that has the operations they stand for.
 * @param every whether each of those operations must be there; other versions than the pinned one may lack some
 */
export function addAliases(document: Description, every: boolean): void {
  const operations = new Map(operationsOf(document))
  for (const [key, alias] of Object.entries(aliases)) {
    const target = operations.get(alias.of)
    if (!every && (!target || operations.has(key))) continue
    if (!target) throw new Error(`the alias ${key} stands for ${alias.of}, which does not exist`)
    if (operations.has(key)) throw new Error(`the alias ${key} exists already`)
    const [method = '', path = ''] = key.split(' ')
    const item = document.paths[path] ?? {}
    document.paths[path] = item
    const verb = method.toLowerCase()
    if (verb !== 'get' && verb !== 'post' && verb !== 'delete') throw new Error(`the alias ${key} has no such method`)
    item[verb] = aliasOperation(method, path, alias, target)
  }
}

function aliasOperation(method: string, path: string, alias: Alias, target: Operation): Operation {
  const taken = new Set(alias.without)
  const query = (target.parameters ?? []).filter((one) => one.in === 'query' && !taken.has(one.name))
  const body = target.requestBody
  return {
    operationId: operationId(method, path),
    'x-alias-of': alias.of,
    parameters: [...pathParameters(path), ...query],
    ...(body ? { requestBody: taken.size > 0 ? bodyWithout(body, taken) : body } : {}),
    responses: alias.answers || alias.lists ? answer(alias, target) : target.responses,
  }
}

function bodyWithout(body: Body, taken: Set<string>): Body {
  const content: Body['content'] = {}
  let required = false
  for (const [type, { schema }] of Object.entries(body.content)) {
    const rest = schemaWithout(schema, taken)
    required ||= (rest.required ?? []).length > 0
    content[type] = { schema: rest }
  }
  return { required, content }
}

function schemaWithout(schema: Schema, taken: Set<string>): Schema {
  const { required, ...rest } = schema
  const properties = Object.fromEntries(Object.entries(schema.properties ?? {}).filter(([name]) => !taken.has(name)))
  const still = (required ?? []).filter((name) => !taken.has(name))
  return { ...rest, properties, ...(still.length > 0 ? { required: still } : {}) }
}

function answer(alias: Alias, target: Operation): Operation['responses'] {
  const schema = alias.answers ? refTo(alias.answers) : listOf(alias.lists ?? '', target)
  return { '200': { description: '', content: { 'application/json': { schema } } } }
}

function listOf(item: string, target: Operation): Schema {
  const list = target.responses['200']?.content?.['application/json']?.schema
  if (!list?.properties) throw new Error(`${target.operationId} answers no list`)
  return { ...list, properties: { ...list.properties, data: { type: 'array', items: refTo(item) } } }
}
