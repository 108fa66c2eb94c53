import { type Description, type Operation, type PathItem, refTo, type Schema, verbs } from './document.js'
import { reachableFrom } from './reachable.js'

/** What types are wanted for. */
export interface Wanted {
  /** Keys of the operations whose parameters and answers are typed. */
  operations: string[]
  /** Components that are typed whether or not an operation needs them. */
  schemas: string[]
  /** False: what an operation answers has no types. Default true. */
  answers?: boolean
}

/** A copy with every path, but only the wanted operations in full and without what expanding would bring in. */
export function prune(description: Description, wanted: Wanted): Description {
  const operations = new Set(wanted.operations)
  const { answers = true } = wanted
  const paths = Object.fromEntries(
    Object.entries(description.paths).map(([path, item]) => [path, prunePath(path, item, operations, answers)]),
  )
  const all = cutExpansions(description.components.schemas)
  const reachable = reachableFrom([paths, wanted.schemas.map(refTo)], all)
  const schemas = Object.fromEntries(Object.entries(all).filter(([name]) => reachable.has(name)))
  const { openapi, info, servers, 'x-source': source } = description
  return { openapi, info, servers, 'x-source': source, paths, components: { schemas } }
}

function prunePath(path: string, item: PathItem, wanted: Set<string>, answers: boolean): PathItem {
  const kept: PathItem = {}
  for (const verb of verbs) {
    const operation = item[verb]
    if (!operation) continue
    if (!wanted.has(`${verb.toUpperCase()} ${path}`)) kept[verb] = stub(operation)
    else kept[verb] = answers ? cutExpansions(operation) : { ...operation, ...answerless(operation) }
  }
  return kept
}

function answerless({ operationId }: Operation): Pick<Operation, 'responses'> {
  return { responses: stub({ operationId, responses: {} }).responses }
}

/** An operation of which only the name is kept: its types come out as `unknown`. */
function stub(operation: Operation): Operation {
  return { operationId: operation.operationId, responses: { '200': { description: '' } } }
}

/** An expandable field becomes the id that it is until it is expanded. */
function cutExpansions<T>(value: T): T {
  return cut(value) as T
}

function cut(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(cut)
  if (typeof value !== 'object' || value === null) return value
  if (isExpandable(value)) {
    const canBeNull = value.anyOf.some((schema) => schema.type === 'null')
    return { type: canBeNull ? ['string', 'null'] : 'string' }
  }
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, cut(member)]))
}

function isExpandable(value: object): value is Schema & { anyOf: Schema[] } {
  return 'x-expansionResources' in value && 'anyOf' in value && Array.isArray(value.anyOf)
}
