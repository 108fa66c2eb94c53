import { type Description, type Operation, operationsOf } from '../../../contracts/document.js'

export interface Found {
  readonly key: string
  readonly operation: Operation
}

interface Entry extends Found {
  readonly method: string
  readonly segments: readonly RegExp[]
  /** Fixed segments, for the nearest of several that fit. */
  readonly fixed: number
}

/** The operations of one description, by key and by the path of a request. */
export class OperationIndex {
  private readonly byShape = new Map<string, Found>()
  private readonly entries: readonly Entry[]

  constructor(description: Description) {
    const entries: Entry[] = []
    for (const [key, operation] of operationsOf(description)) {
      this.byShape.set(shapeOf(key), { key, operation })
      const [method = '', path = ''] = key.split(' ')
      const segments = (path.split('#')[0] ?? '').split('/')
      entries.push({
        key,
        operation,
        method,
        segments: segments.map(patternOf),
        fixed: segments.filter((segment) => !segment.includes('{')).length,
      })
    }
    this.entries = entries
  }

  /** By its key; names of path parameters do not matter. */
  byKey(key: string): Found | undefined {
    return this.byShape.get(shapeOf(key))
  }

  /** The operation that a request's path is of: of several, that with most fixed segments. */
  byPath(method: string, path: string): Found | undefined {
    const sent = path.split('/')
    return this.entries
      .filter((each) => each.method === method.toUpperCase() && each.segments.length === sent.length)
      .filter((each) => each.segments.every((pattern, i) => pattern.test(sent[i] ?? '')))
      .reduce<Entry | undefined>((best, each) => (best && best.fixed >= each.fixed ? best : each), undefined)
  }
}

function shapeOf(key: string): string {
  return key.replace(/\{[^}]+\}/g, '{}')
}

function patternOf(segment: string): RegExp {
  const literals = segment.split(/\{[^}]*\}/).map((text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(`^${literals.join('.+')}$`)
}
