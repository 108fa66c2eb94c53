import { SandboxError } from '../errors.js'
import { type Document, type DocumentOperation, METHODS, type Schema } from './document.js'
import { Operation } from './operation.js'
import { type Match, Router } from './router.js'
import { Validator } from './validator.js'

const REF = '#/components/schemas/'

/** A vendor's API in one normal form, wherever it came from. */
export class Description {
  readonly title: string
  readonly version: string
  /** `package@version`, or the file that the user named. */
  readonly source: string
  readonly operations: readonly Operation[]
  readonly events: Readonly<Record<string, Schema>>
  /** Types of events that say what they are about, and do not carry it. */
  readonly thinEvents: Readonly<Record<string, unknown>>
  readonly validator: Validator
  private readonly schemas: Readonly<Record<string, Schema>>
  private readonly router = new Router<Operation>()
  private readonly byKey = new Map<string, Operation>()
  private readonly byShape = new Map<string, Operation>()

  constructor(document: Document) {
    if (typeof document.openapi !== 'string' || typeof document.paths !== 'object') {
      throw new SandboxError(
        'SANDBOX_BAD_DESCRIPTION',
        'This is not an OpenAPI document: it lacks `openapi` or `paths`.',
        'Give an OpenAPI 3.0 or 3.1 document.',
      )
    }
    this.title = document.info.title
    this.version = document.info.version
    this.source = document['x-source'] ?? document.info.title
    this.schemas = document.components?.schemas ?? {}
    this.events = document['x-events'] ?? {}
    this.thinEvents = document['x-thin-events'] ?? {}
    this.validator = new Validator(this)
    const operations: Operation[] = []
    for (const [path, item] of Object.entries(document.paths)) {
      for (const method of METHODS) {
        const source = item[method] as DocumentOperation | undefined
        if (source) operations.push(new Operation(method.toUpperCase(), path, source))
      }
    }
    this.operations = operations
    for (const operation of operations) this.register(operation)
  }

  /** Adds an operation that the document lacks: a page. */
  register(operation: Operation): void {
    this.router.add(operation.method, operation.path, operation)
    this.byKey.set(operation.key, operation)
    this.byShape.set(shapeOf(operation.key), operation)
  }

  find(method: string, path: string): Match<Operation> | undefined {
    return this.router.find(method, path) ?? (method === 'HEAD' ? this.router.find('GET', path) : undefined)
  }

  /** By key; parameter names may differ, since matching is positional. */
  operation(key: string): Operation | undefined {
    return this.byKey.get(key) ?? this.byShape.get(shapeOf(key))
  }

  /** Follows a reference, if it is one. */
  resolve(schema: Schema): Schema {
    let at = schema
    for (let i = 0; at.$ref && i < 32; i++) {
      const next = this.schemas[at.$ref.slice(REF.length)]
      if (!next) {
        throw new SandboxError(
          'SANDBOX_BAD_DESCRIPTION',
          `${at.$ref} names no schema of ${this.source}.`,
          'Mend the description.',
        )
      }
      at = next
    }
    return at
  }

  schema(name: string): Schema | undefined {
    return this.schemas[name]
  }

  /** The vendor's own name of a type of resource: the value of its `object` field. */
  objectType(schema: Schema): string | undefined {
    const object = this.resource(schema).properties?.object
    const value = object?.const ?? object?.enum?.[0]
    return typeof value === 'string' ? value : undefined
  }

  /** The schema of a resource: where it may also be a deleted one of the same type, that of the one which is there. */
  resource(schema: Schema): Schema {
    const resolved = this.resolve(schema)
    const branches = resolved.anyOf ?? resolved.oneOf
    if (!branches?.[0]) return resolved
    const [type, ...others] = branches.map((branch) => this.objectType(branch))
    return type !== undefined && others.every((other) => other === type) ? this.resource(branches[0]) : resolved
  }
}

function shapeOf(key: string): string {
  return key.replace(/\{[^}]+\}/g, '{}')
}
