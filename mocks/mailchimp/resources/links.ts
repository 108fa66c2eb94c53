import type { Description } from '../../../src/engine/kit.js'

export interface Link {
  readonly rel: string
  readonly href: string
  readonly method: string
}

interface LinkPlan {
  readonly rel: string
  readonly method: string
  /** The path's pieces between its parameters. */
  readonly pieces: readonly string[]
  /** How many of the resource's parameters it takes. */
  readonly takes: number
}

const plans = new WeakMap<Description, Map<string, readonly LinkPlan[]>>()

/**
 * Where a resource leads: to itself and its parent, to what can be done with it, and to what is below it. `template` is its path
 * in the description, `params` what stands for the path's parameters.
 */
export function linksOf(description: Description, origin: string, template: string, params: readonly string[]): Link[] {
  const encoded = params.map(encodeURIComponent)
  return plansOf(description, template).map(({ rel, method, pieces, takes }) => {
    let href = origin + pieces[0]
    for (let i = 0; i < takes; i++) href += (encoded[i] ?? '') + pieces[i + 1]
    return { rel, href, method }
  })
}

function plansOf(description: Description, template: string): readonly LinkPlan[] {
  let known = plans.get(description)
  if (!known) {
    known = new Map()
    plans.set(description, known)
  }
  let plan = known.get(template)
  if (!plan) {
    plan = makePlans(description, template)
    known.set(template, plan)
  }
  return plan
}

function makePlans(description: Description, template: string): readonly LinkPlan[] {
  const out: LinkPlan[] = []
  const add = (rel: string, method: string, path: string) => {
    const pieces = path.split(/\{[^}]+\}/)
    if (description.operation(`${method} ${path}`)) out.push({ rel, method, pieces, takes: pieces.length - 1 })
  }
  add('self', 'GET', template)
  const above = template.slice(0, template.lastIndexOf('/'))
  add('parent', 'GET', above)
  if (template.endsWith('}')) {
    add('update', 'PATCH', template)
    add('upsert', 'PUT', template)
    add('delete', 'DELETE', template)
  } else add('create', 'POST', template)
  for (const { method, path } of description.operations) {
    if (!path.startsWith(`${template}/`)) continue
    const rest = path.slice(template.length + 1)
    if (rest.startsWith('{')) continue
    const [first, second, more] = rest.split('/')
    if (second === undefined && method === 'GET') add(first ?? '', 'GET', path)
    else if (first === 'actions' && second !== undefined && more === undefined) add(second, method, path)
  }
  return out
}
