import type { Description } from '../../../../src/engine/description/description.js'
import type { Schema } from '../../../../src/engine/description/document.js'
import type { Operation } from '../../../../src/engine/description/operation.js'
import { listedSchema } from '../../../../src/engine/generic/resource-types.js'

/** Works out from a description alone which resource a path's id or a parameter names, and which operations make one. */
export class ResourceTypes {
  readonly description: Description
  /** By type: the operations that answer with a new one, the plainest first. */
  private readonly makes = new Map<string, Operation[]>()
  private readonly lists = new Map<string, Operation[]>()
  private readonly known = new Set<string>()

  constructor(description: Description) {
    this.description = description
    for (const operation of description.operations) this.read(operation)
    for (const operations of this.makes.values()) operations.sort((a, b) => plainness(a) - plainness(b))
  }

  makers(type: string): readonly Operation[] {
    return this.makes.get(type) ?? []
  }

  /** Every type that some operation makes. */
  made(): readonly string[] {
    return [...this.makes.keys()]
  }

  /** Whether an operation lists. */
  listed({ success }: Operation): boolean {
    return success !== undefined && listedSchema(this.description, success.schema) !== undefined
  }

  /** The operations that list a type. */
  listers(type: string): readonly Operation[] {
    return this.lists.get(type) ?? []
  }

  private read(operation: Operation): void {
    if (operation.aliasOf || !operation.success) return
    const items = listedSchema(this.description, operation.success.schema)
    for (const type of operation.method === 'GET' && items ? this.typesOf(items) : []) {
      this.known.add(type)
      this.lists.set(type, [...(this.lists.get(type) ?? []), operation])
    }
    for (const type of this.typesOf(operation.success.schema)) {
      this.known.add(type)
      if (operation.method !== 'POST' || operation.path.endsWith('}') || this.actsOn(operation, type)) continue
      this.makes.set(type, [...(this.makes.get(type) ?? []), operation])
    }
  }

  private actsOn(operation: Operation, type: string): boolean {
    return operation.paramNames.some((_, index) => this.ofPath(operation, index).includes(type))
  }

  /** The types that an answer may have: several where it is a union. */
  typesOf(schema: Schema): string[] {
    const own = this.description.objectType(schema)
    if (own) return [own.replace(/^deleted_/, '')]
    const { anyOf, oneOf } = this.description.resolve(schema)
    return (anyOf ?? oneOf ?? []).flatMap((branch) => this.typesOf(branch))
  }

  /** What the parameter of a path names: that which is read at the path up to it, wherever that path begins. */
  ofPath(operation: Operation, index: number): readonly string[] {
    const parts = operation.path.split('/').slice(1)
    const at = parts.findIndex(
      (part, i) => part.startsWith('{') && parts.slice(0, i).filter(isParameter).length === index,
    )
    for (let from = 1; from < at; from++) {
      const path = `/${[parts[0], ...parts.slice(from, at + 1)].join('/')}`
      for (const method of ['GET', 'POST', 'DELETE']) {
        const found = this.description.operation(`${method} ${path}`)?.success
        const types = found ? this.typesOf(found.schema) : []
        if (types.length > 0) return types
      }
    }
    const own = operation.success ? this.typesOf(operation.success.schema) : []
    return own.length > 0 ? own : this.byName(parts[at]?.slice(1, -1) ?? '', operation)
  }

  /** What a parameter of the request names, if it names a resource. */
  ofParameter(operation: Operation, name: string): readonly string[] {
    const success = operation.success && this.description.resource(operation.success.schema)
    const field = success?.properties?.[name] ?? success?.properties?.[name.replace(/s$/, '')]
    const { oneOf = [] } = (field?.['x-expansionResources'] ?? {}) as { oneOf?: readonly Schema[] }
    const types = oneOf.flatMap((branch) => this.typesOf(branch))
    return types.length > 0 ? [...new Set(types)] : this.byName(name, operation)
  }

  private byName(name: string, { path }: Operation): string[] {
    const [, version = '', ...parts] = path.split('/')
    const area = parts.find((part) => part !== 'test_helpers') ?? ''
    const inArea = version === 'v2' ? `v2.${area}.${name}` : `${area}.${name}`
    return [inArea, name, inArea.replace(/s$/, ''), name.replace(/s$/, '')]
      .filter((type) => this.known.has(type))
      .slice(0, 1)
  }
}

function isParameter(part: string): boolean {
  return part.startsWith('{')
}

function plainness({ path, paramNames }: Operation): number {
  return paramNames.length * 10 + path.split('/').length + (path.includes('/test_helpers/') ? 5 : 0)
}
