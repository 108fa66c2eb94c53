import type { Operation } from '../../../../src/engine/description/operation.js'
import type { Fields } from './recipes.js'
import type { Walker } from './walker.js'

/** What a resource that was made went through: by step, what was wrong with it; empty where all was as it should be. */
export interface Life {
  readonly type: string
  readonly steps: readonly string[]
  readonly wrong: readonly string[]
}

interface Made {
  readonly resource: Fields
  readonly maker: Operation
  readonly target: string
}

/** Makes one of a type, reads it, finds it in its list, changes it, and deletes it, as far as there are operations for it. */
export async function live(walker: Walker, type: string): Promise<Life | undefined> {
  const made = await make(walker, type)
  if (!made || typeof made.resource.id !== 'string') return undefined
  const { description } = walker.types
  const item = `${made.maker.path}/{id}`
  const target = `${made.target}/${encodeURIComponent(made.resource.id)}`
  const steps: string[] = ['made']
  const wrong: string[] = []
  const step = async (name: string, operation: Operation | undefined, work: (found: Operation) => Promise<boolean>) => {
    if (!operation) return
    steps.push(name)
    const fine = await work(operation).catch((error: Error) => error.message)
    if (fine !== true) wrong.push(fine === false ? name : `${name}: ${fine}`)
  }
  const read = description.operation(`GET ${item}`)
  await step('read', read, async (found) => same(made.resource, await body(walker, found, target, {})))
  await step('listed', listOf(walker, made.maker), async (found) => {
    const wanted = (found.querySchema.required ?? []).map((name) => [name, made.resource[name]] as const)
    const own = Object.fromEntries(wanted.filter(([, value]) => value !== undefined))
    const list = await body(walker, found, made.target, await walker.parameters(found, own))
    return ((list.data ?? []) as readonly Fields[]).some(({ id }) => id === made.resource.id)
  })
  await step('updated', description.operation(`POST ${item}`), async (found) => {
    await walker.before(found, target)
    const change = changeOf(walker, found)
    const answer = await body(walker, found, target, { ...(await walker.parameters(found)), ...change })
    return contains(answer, change)
  })
  await step('deleted', description.operation(`DELETE ${item}`), async (found) => {
    const answer = await walker.call(found, target, {})
    if (answer.answer.status >= 300) return false
    if (!read) return true
    const gone = await walker.call(read, target, {})
    if (gone.answer.json.deleted === true) return true
    // A platform has no access to an account that is not there, which is all that Stripe says of it.
    return gone.answer.status === 404 || gone.answer.json.error.code === 'account_invalid'
  })
  return { type, steps, wrong }
}

async function make(walker: Walker, type: string): Promise<Made | undefined> {
  for (const maker of walker.types.makers(type)) {
    if (!walker.types.description.operation(`GET ${maker.path}/{id}`)) continue
    const { answer, target } = await walker.step(maker)
    if (answer.status < 300) return { resource: answer.json, maker, target }
  }
  return undefined
}

function listOf(walker: Walker, { path }: Operation): Operation | undefined {
  const operation = walker.types.description.operation(`GET ${path}`)
  return operation && walker.types.listed(operation) ? operation : undefined
}

async function body(walker: Walker, operation: Operation, target: string, parameters: Fields): Promise<Fields> {
  const { answer } = await walker.call(operation, target, parameters)
  if (answer.status >= 300) throw new Error(`${answer.status} ${answer.json.error.message}`)
  return answer.json
}

/** Shown once, when it is made. */
const ONCE = new Set(['secret', 'payload', 'client_secret'])

function same(made: Fields, read: Fields): boolean {
  const kept = (of: Fields) =>
    JSON.stringify(
      Object.entries(of)
        .filter(([name]) => !ONCE.has(name))
        .sort(),
    )
  return kept(made) === kept(read)
}

/** A change that can be seen in the answer, if the operation takes any. */
function changeOf(walker: Walker, operation: Operation): Fields {
  const { description } = walker.types
  const taken = operation.body && description.resolve(operation.body.schema).properties
  if (taken?.metadata) return { metadata: { walked: 'yes' } }
  const shown = operation.success && description.resource(operation.success.schema).properties
  for (const name of ['description', 'nickname', 'name', 'display_name', 'title']) {
    if (taken?.[name] && shown?.[name]) return { [name]: 'walked' }
  }
  return {}
}

function contains(answer: Fields, change: Fields): boolean {
  return Object.entries(change).every(([name, value]) =>
    typeof value === 'object' && value !== null
      ? contains((answer[name] ?? {}) as Fields, value as Fields)
      : answer[name] === value,
  )
}
