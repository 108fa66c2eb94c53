import { reply, VendorError } from '../../../src/engine/kit.js'
import { type Actor, actorOf } from '../access/access.js'
import { behaviour } from '../api.js'
import type { SObject } from '../catalogue/catalogue.js'
import { fail } from '../errors.js'
import { insertRecord, type Values } from '../records/save.js'
import { since } from '../versions-since.js'
import type { SalesforceWorld } from '../world.js'
import { objectOf } from './collections.js'
import { errorsOf } from './save-result.js'

const MOST_RECORDS = 200
const DEEPEST = 5

interface Node {
  readonly object: SObject
  readonly referenceId: string
  readonly values: Values
  /** The field that points at the parent. */
  readonly parentField: string | undefined
  readonly children: readonly Node[]
}

interface Result {
  readonly referenceId: string
  readonly id: string
}

/** What ends a tree: nothing of it stays. */
class Failed extends Error {
  readonly referenceId: string
  readonly reason: VendorError

  constructor(referenceId: string, reason: VendorError) {
    super(reason.message)
    this.referenceId = referenceId
    this.reason = reason
  }
}

/**
 * Creates records with those below them, all or none: up to 200 in all, up to five deep.
 * @throws INVALID_INPUT (400); errors of a record in the form `{hasErrors, results}` (400)
 * @source https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_composite_sobject_tree.htm (read 2026-11)
 * @unverified wording of INVALID_INPUT
 */
export const tree = behaviour(
  'POST /services/data/{version}/composite/tree/{sobject}',
  ({ params, body, call }, world) => {
    since(34, params.version)
    const object = objectOf(world, params.sobject)
    const { records } = body as { records?: unknown }
    if (!Array.isArray(records)) throw fail(400, 'MISSING_ARGUMENT', 'records is required')
    const nodes = records.map((record: Values) => parse(world, record, object, { depth: 1 }))
    checkTree(nodes)
    const actor = actorOf(call, world, params.version)
    try {
      const results: Result[] = []
      world.port.savepoint(() => {
        for (const node of nodes) plant(world, actor, node, undefined, results)
      })
      return reply({ status: 201, body: { hasErrors: false, results } })
    } catch (error) {
      if (!(error instanceof Failed)) throw error
      const results = [{ referenceId: error.referenceId, errors: errorsOf(error.reason) }]
      return reply({ status: 400, body: { hasErrors: true, results } })
    }
  },
)

function plant(world: SalesforceWorld, actor: Actor, node: Node, parent: string | undefined, results: Result[]): void {
  const values = node.parentField && parent ? { ...node.values, [node.parentField]: parent } : node.values
  let id: string
  try {
    id = insertRecord(world, actor, node.object, values).id
  } catch (error) {
    if (error instanceof VendorError) throw new Failed(node.referenceId, error)
    throw error
  }
  results.push({ referenceId: node.referenceId, id })
  for (const child of node.children) plant(world, actor, child, id, results)
}

function parse(
  world: SalesforceWorld,
  record: Values,
  object: SObject,
  at: { readonly depth: number; readonly parentField?: string },
): Node {
  if (at.depth > DEEPEST) throw fail(400, 'INVALID_INPUT', `A tree cannot be deeper than ${DEEPEST} levels.`)
  const { type, referenceId } = (record?.attributes ?? {}) as { type?: unknown; referenceId?: unknown }
  if (typeof referenceId !== 'string')
    throw fail(400, 'INVALID_INPUT', 'Include a reference ID for each record in the request.')
  if (typeof type !== 'string' || type.toLowerCase() !== object.name.toLowerCase()) {
    throw fail(400, 'INVALID_INPUT', `The record ${referenceId} has to be of type ${object.name}.`)
  }
  const values: Record<string, unknown> = {}
  const children: Node[] = []
  for (const [name, value] of Object.entries(record)) {
    if (name === 'attributes') continue
    const below = (value as { records?: unknown } | null)?.records
    const relation = Array.isArray(below) ? object.children(name) : undefined
    if (!relation || !Array.isArray(below)) values[name] = value
    else {
      const child = objectOf(world, relation.childSObject)
      const place = { depth: at.depth + 1, parentField: relation.field }
      for (const item of below as Values[]) children.push(parse(world, item, child, place))
    }
  }
  return { object, referenceId, values, parentField: at.parentField, children }
}

function checkTree(nodes: readonly Node[]): void {
  const seen = new Set<string>()
  const walk = (node: Node) => {
    if (seen.has(node.referenceId)) {
      throw fail(400, 'INVALID_INPUT', `Duplicate ReferenceId provided in the request: ${node.referenceId}`)
    }
    seen.add(node.referenceId)
    for (const child of node.children) walk(child)
  }
  for (const node of nodes) walk(node)
  if (seen.size > MOST_RECORDS)
    throw fail(400, 'INVALID_INPUT', `A tree cannot have more than ${MOST_RECORDS} records.`)
}
