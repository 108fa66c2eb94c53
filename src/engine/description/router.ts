interface Node<T> {
  readonly statics: Map<string, Node<T>>
  /** `{id}`, or with fixed text around it: `{id}.json`, `v{version}`, `{base}...{head}`. More text goes first. */
  readonly params: { readonly literals: readonly string[]; readonly node: Node<T> }[]
  leaf: Map<string, T[]> | undefined
}

export interface Match<T> {
  readonly values: readonly T[]
  /** What stood where the template has parameters, decoded, in order. */
  readonly captured: readonly string[]
}

/**
 * Finds operations by method and path in time proportional to the path's length, however many there are. A fixed segment
 * goes before a parameter; matching is positional, so names of parameters do not matter.
 */
export class Router<T> {
  private readonly root: Node<T> = node()

  /** `template` is a path with `{parameters}`; what stands behind a `#` tells variants apart and is not matched. */
  add(method: string, template: string, value: T): void {
    let at = this.root
    for (const segment of segments(withoutVariant(template))) {
      const literals = segment.split(/\{[^}]*\}/)
      at = literals.length > 1 ? paramNode(at, literals) : staticNode(at, segment)
    }
    at.leaf ??= new Map()
    const values = at.leaf.get(method)
    if (values) values.push(value)
    else at.leaf.set(method, [value])
  }

  /** `path` is still percent-encoded, without its query. */
  find(method: string, path: string): Match<T> | undefined {
    const captured: string[] = []
    const leaf = walk(this.root, segments(path), 0, method, captured)
    return leaf && { values: leaf, captured }
  }
}

function node<T>(): Node<T> {
  return { statics: new Map(), params: [], leaf: undefined }
}

function staticNode<T>(at: Node<T>, segment: string): Node<T> {
  let next = at.statics.get(segment)
  if (!next) {
    next = node()
    at.statics.set(segment, next)
  }
  return next
}

function paramNode<T>(at: Node<T>, literals: readonly string[]): Node<T> {
  const shape = literals.join('{}')
  let param = at.params.find((candidate) => candidate.literals.join('{}') === shape)
  if (!param) {
    param = { literals, node: node() }
    at.params.push(param)
    at.params.sort((a, b) => b.literals.join('').length - a.literals.join('').length)
  }
  return param.node
}

function withoutVariant(template: string): string {
  const at = template.indexOf('#')
  return at < 0 ? template : template.slice(0, at)
}

function segments(path: string): string[] {
  return path.split('/').slice(1)
}

function walk<T>(at: Node<T>, path: string[], i: number, method: string, captured: string[]): T[] | undefined {
  const segment = path[i]
  if (segment === undefined) return at.leaf?.get(method)
  const next = at.statics.get(segment) ?? (segment.includes('%') ? at.statics.get(decoded(segment)) : undefined)
  const found = next && walk(next, path, i + 1, method, captured)
  if (found) return found
  if (segment === '') return undefined
  const mark = captured.length
  for (const { literals, node: child } of at.params) {
    if (!capture(segment, literals, captured)) continue
    const leaf = walk(child, path, i + 1, method, captured)
    if (leaf) return leaf
    captured.length = mark
  }
  return undefined
}

/** Takes what stands between the literals; no parameter is empty, and each but the last takes as little as it can. */
function capture(segment: string, literals: readonly string[], captured: string[]): boolean {
  const last = literals.length - 1
  const prefix = literals[0] as string
  const suffix = literals[last] as string
  if (segment.length <= prefix.length + suffix.length) return false
  if (!segment.startsWith(prefix) || !segment.endsWith(suffix)) return false
  const end = segment.length - suffix.length
  const mark = captured.length
  let at = prefix.length
  for (let i = 1; i < last; i++) {
    const literal = literals[i] as string
    const found = segment.indexOf(literal, at + 1)
    if (found < 0 || found + literal.length >= end) {
      captured.length = mark
      return false
    }
    captured.push(decoded(segment.slice(at, found)))
    at = found + literal.length
  }
  captured.push(decoded(segment.slice(at, end)))
  return true
}

function decoded(segment: string): string {
  if (!segment.includes('%')) return segment
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}
