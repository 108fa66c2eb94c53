import { SandboxError } from '../errors.js'
import type { Document, Schema } from './document.js'
import { Operation } from './operation.js'
import { type DescriptionParts, partsOf } from './parts.js'
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
  private readonly parts: DescriptionParts
  private readonly router = new Router<Operation>()
  private readonly byKey = new Map<string, Operation>()
  private readonly byShape = new Map<string, Operation>()

  /** @throws SANDBOX_BAD_DESCRIPTION for a document that is none */
  constructor(document: Document | DescriptionParts) {
    const parts = 'schema' in document ? document : partsOf(document)
    this.parts = parts
    this.title = parts.title
    this.version = parts.version
    this.source = parts.source
    this.events = parts.events
    this.thinEvents = parts.thinEvents
    this.validator = new Validator(this)
    this.operations = parts.operations.map(({ method, path, read }) => new Operation(method, path, read))
    for (const operation of this.operations) this.register(operation)
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
      const next = this.parts.schema(at.$ref.slice(REF.length))
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
    return this.parts.schema(name)
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
