interface Node<T> {
  readonly statics: Map<string, Node<T>>
  /** `{id}`, or with a fixed ending `{id}.json`; longer endings first. */
  readonly params: { readonly suffix: string; readonly node: Node<T> }[]
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
      const open = segment.indexOf('{')
      if (open === 0) {
        const suffix = segment.slice(segment.indexOf('}') + 1)
        let param = at.params.find((candidate) => candidate.suffix === suffix)
        if (!param) {
          param = { suffix, node: node() }
          at.params.push(param)
          at.params.sort((a, b) => b.suffix.length - a.suffix.length)
        }
        at = param.node
      } else {
        let next = at.statics.get(segment)
        if (!next) {
          next = node()
          at.statics.set(segment, next)
        }
        at = next
      }
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
  const next = at.statics.get(segment)
  const found = next && walk(next, path, i + 1, method, captured)
  if (found) return found
  if (segment === '') return undefined
  for (const { suffix, node: child } of at.params) {
    if (suffix && (!segment.endsWith(suffix) || segment.length === suffix.length)) continue
    captured.push(decoded(suffix ? segment.slice(0, -suffix.length) : segment))
    const leaf = walk(child, path, i + 1, method, captured)
    if (leaf) return leaf
    captured.pop()
  }
  return undefined
}

function decoded(segment: string): string {
  if (!segment.includes('%')) return segment
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}
