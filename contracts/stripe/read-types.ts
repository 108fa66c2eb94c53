import ts from 'typescript'
import { refName, refTo, type Schema } from '../document.js'
import {
  commentOf,
  type Declared,
  enumMembers,
  literalOf,
  nameOf,
  pathOf,
  propertiesOf,
  resolve,
  topLevelOf,
  typeName,
} from './declarations.js'
import { isIncludable } from './overlay-includable.js'
import { schemaName, unionNames } from './schema-names.js'
import {
  amount,
  anyObject,
  emptyable,
  enumeration,
  holdsObject,
  list,
  metadata,
  nullable,
  type Place,
  range,
  type Side,
  text,
} from './schema-shapes.js'
import type { Sdk } from './sdk.js'

/** Types that have no JSON shape. Any other type the reader does not know is an error. */
export const unresolvedTypes = ['NodeJS.ReadableStream', 'void'] as const

/** Where the interface that all events have in common stands, by the file that unites them. */
const eventFiles: Record<string, string> = {
  Events: 'Events',
  EventTypes: 'Events',
  'V2/Core/Events': 'V2/Core/Events',
  'V2/EventTypes': 'V2/Events',
}

/** Reads types of the SDK's declarations as JSON Schemas; what answers refer to collects in `schemas`. */
export class TypeReader {
  readonly schemas: Record<string, Schema> = {}
  /** Names of the types of `unresolvedTypes` that were met. */
  readonly unresolved = new Set<string>()
  readonly #sdk: Sdk
  readonly #files = new Map<ts.SourceFile, string>()
  readonly #names = new Map<Declared, string>()
  readonly #taken = new Map<string, Declared>()

  constructor(sdk: Sdk) {
    this.#sdk = sdk
    for (const [name, file] of sdk.declarations) this.#files.set(file, name)
  }

  /** Schema of a type in an answer. */
  answer(node: ts.TypeNode): Schema {
    return this.#read(node, { side: 'answer', name: '', comment: '' })
  }

  /** Schema of a request's parameters: a closed object, with nothing referred to. */
  request(node: ts.TypeNode, encoding: 'form' | 'json'): Schema {
    return this.#read(node, { side: encoding, name: '', comment: '' })
  }

  #read(node: ts.TypeNode, place: Place): Schema {
    if (ts.isParenthesizedTypeNode(node)) return this.#read(node.type, place)
    if (ts.isArrayTypeNode(node)) return { type: 'array', items: this.#read(node.elementType, place) }
    if (ts.isLiteralTypeNode(node)) return literal(node)
    if (ts.isUnionTypeNode(node)) return this.#union([...node.types], place)
    if (ts.isTypeLiteralNode(node)) return this.#literalObject(node, place)
    if (ts.isTypeReferenceNode(node)) return this.#reference(node, place)
    return this.#keyword(node, place)
  }

  #keyword(node: ts.TypeNode, place: Place): Schema {
    switch (node.kind) {
      case ts.SyntaxKind.StringKeyword:
        return text(place)
      case ts.SyntaxKind.NumberKeyword:
        return amount(place)
      case ts.SyntaxKind.BooleanKeyword:
        return { type: 'boolean' }
      case ts.SyntaxKind.BigIntKeyword:
        return { type: 'string', format: 'int64' }
      case ts.SyntaxKind.UnknownKeyword:
        return {}
      default:
        return this.#unknown(node)
    }
  }

  #unknown(node: ts.TypeNode): Schema {
    const name = node.getText()
    if (!unresolvedTypes.some((known) => known === name)) {
      throw new Error(`cannot read the type ${name} in ${node.getSourceFile().fileName}`)
    }
    this.unresolved.add(name)
    return {}
  }

  #literalObject(node: ts.TypeLiteralNode, place: Place): Schema {
    const index = node.members.find(ts.isIndexSignatureDeclaration)
    if (index) return { type: 'object', additionalProperties: this.#read(index.type, place) }
    return this.#object(node.members.filter(ts.isPropertySignature), place.side)
  }

  #reference(node: ts.TypeReferenceNode, place: Place): Schema {
    const [argument] = node.typeArguments ?? []
    const name = typeName(node.typeName)
    if (argument) return this.#generic(name, argument, node, place)
    if (name === 'Decimal') return { type: 'string', format: 'decimal' }
    if (name === 'FileData' || name === 'Uint8Array') return { type: 'string', format: 'binary' }
    if (name === 'Metadata') return { type: 'object', additionalProperties: { type: 'string', maxLength: 500 } }
    if (name === 'MetadataParam') return metadata(place.side)
    if (name === 'RangeQueryParam') return range(place)
    const declared = resolve(this.#sdk.checker, node.typeName)
    if (!declared) return this.#unknown(node)
    if (ts.isInterfaceDeclaration(declared)) return this.#interface(declared, place)
    return this.#alias(declared, place)
  }

  #generic(name: string, argument: ts.TypeNode, node: ts.TypeReferenceNode, place: Place): Schema {
    switch (name) {
      case 'Array':
        return { type: 'array', items: this.#read(argument, place) }
      case 'Response':
      case 'Partial':
        return this.#read(argument, place)
      case 'Emptyable':
        return emptyable(this.#read(argument, place), place.side)
      case 'ApiList':
        return list(this.#read(argument, place))
      case 'Omit':
        return this.#omit(this.#read(argument, place), node)
      default:
        return this.#unknown(node)
    }
  }

  /** `Omit<Invoice, 'id'>`: the object, written out without those fields. */
  #omit(schema: Schema, node: ts.TypeReferenceNode): Schema {
    const gone = node.typeArguments?.[1] && enumMembers(node.typeArguments[1])?.values
    const whole = schema.$ref ? this.schemas[refName(schema.$ref) ?? ''] : schema
    if (!gone || !whole?.properties) return this.#unknown(node)
    const properties = Object.fromEntries(Object.entries(whole.properties).filter(([name]) => !gone.includes(name)))
    return { ...whole, properties, required: (whole.required ?? []).filter((name) => !gone.includes(name)) }
  }

  #alias(declared: ts.TypeAliasDeclaration, place: Place): Schema {
    const file = this.#files.get(declared.getSourceFile()) ?? ''
    const name = declared.name.text
    const events = name === 'Event' ? eventFiles[file] : undefined
    if (events) {
      const base = topLevelOf(this.#sdk.declarations.get(events) ?? declared.getSourceFile()).find(isEventBase)
      if (base) return this.#interface(base, place)
    }
    if (place.side === 'answer' && unionNames[name] && pathOf(declared).length === 1) {
      return this.#component(declared, () => this.#read(declared.type, { ...place, name: '', comment: '' }))
    }
    return this.#read(declared.type, place)
  }

  #interface(declared: ts.InterfaceDeclaration, place: Place): Schema {
    const index = declared.members.find(ts.isIndexSignatureDeclaration)
    if (index) return { type: 'object', additionalProperties: this.#read(index.type, place) }
    if (place.side !== 'answer') return this.#object(propertiesOf(this.#sdk.checker, declared), place.side)
    return this.#component(declared, () => (isOpaque(declared) ? anyObject() : this.#resource(declared)))
  }

  #resource(declared: ts.InterfaceDeclaration): Schema {
    const schema = this.#object(propertiesOf(this.#sdk.checker, declared), 'answer')
    const expandable = Object.entries(schema.properties ?? {}).filter(([, property]) => holdsObject(property))
    if (expandable.length > 0) schema['x-expandableFields'] = expandable.map(([name]) => name).sort()
    const owner = this.nameFor(declared)
    for (const [name, property] of Object.entries(schema.properties ?? {})) {
      if (!schema.required?.includes(name) && isIncludable(owner, name, property)) property['x-includable'] = true
    }
    return schema
  }

  /** Reads a declaration once and refers to it. */
  #component(declared: Declared, read: () => Schema): Schema {
    const name = this.nameFor(declared)
    if (!(name in this.schemas)) {
      const schema: Schema = {}
      this.schemas[name] = schema
      Object.assign(schema, read())
    }
    return refTo(name)
  }

  /** Name of a declaration's component. */
  nameFor(declared: Declared): string {
    const known = this.#names.get(declared)
    if (known) return known
    const name = schemaName(declared, this.#files.get(declared.getSourceFile()) ?? '')
    const other = this.#taken.get(name)
    if (other)
      throw new Error(`two types want to be ${name}: ${pathOf(other).join('.')} and ${pathOf(declared).join('.')}`)
    this.#taken.set(name, declared)
    this.#names.set(declared, name)
    return name
  }

  #object(members: ts.PropertySignature[], side: Side): Schema {
    const properties: Record<string, Schema> = {}
    const required: string[] = []
    for (const member of members) {
      const name = nameOf(member)
      if (!member.type || (name === 'deleted' && member.type.kind === ts.SyntaxKind.VoidKeyword)) continue
      const version2 = this.#files.get(member.getSourceFile())?.startsWith('V2/') ?? false
      properties[name] = this.#read(member.type, { side, name, comment: commentOf(member), version2 })
      if (!member.questionToken) required.push(name)
    }
    return {
      type: 'object',
      ...(Object.keys(properties).length > 0 || side !== 'answer' ? { properties } : {}),
      ...(required.length > 0 ? { required: required.sort() } : {}),
      ...(side === 'answer' ? {} : { additionalProperties: false }),
    }
  }

  #union(nodes: ts.TypeNode[], place: Place): Schema {
    const members = nodes.filter((node) => !isNull(node))
    const closed = this.#expandable(members, place) ?? this.#plainUnion(members, place)
    if (members.length === nodes.length) return closed
    return place.side === 'form' ? emptyable(closed, 'form') : nullable(closed)
  }

  #plainUnion(nodes: ts.TypeNode[], place: Place): Schema {
    const [only] = nodes
    if (only && nodes.length === 1) return this.#read(only, place)
    const whole = ts.factory.createUnionTypeNode(nodes)
    const members = enumMembers(whole)
    if (members) return enumeration(members.values, members.open && place.side === 'answer')
    const schemas = nodes.map((node) => this.#read(node, place))
    return schemas.every((schema) => schema.type === 'boolean') ? { type: 'boolean' } : { anyOf: schemas }
  }

  /** `string | Charge` is an id that `expand` turns into the object. */
  #expandable(nodes: ts.TypeNode[], place: Place): Schema | undefined {
    if (place.side !== 'answer' || !nodes.some((node) => node.kind === ts.SyntaxKind.StringKeyword)) return undefined
    const resources = nodes
      .filter((node) => node.kind !== ts.SyntaxKind.StringKeyword)
      .flatMap((node) => this.#resources(node))
    if (resources.length === 0 || resources.includes(undefined)) return undefined
    const refs = resources.flatMap((declared) => (declared ? [this.#interface(declared, place)] : []))
    return {
      anyOf: [{ type: 'string', maxLength: 5000 }, ...refs],
      'x-expansionResources': { oneOf: refs.map((ref) => ({ ...ref })) },
    }
  }

  /** The resources a type stands for, unions of them taken apart; undefined for anything else. */
  #resources(node: ts.TypeNode): (ts.InterfaceDeclaration | undefined)[] {
    const declared = ts.isTypeReferenceNode(node) ? resolve(this.#sdk.checker, node.typeName) : undefined
    if (!declared) return [undefined]
    if (ts.isInterfaceDeclaration(declared)) return [literalOf(declared, 'object') ? declared : undefined]
    return ts.isUnionTypeNode(declared.type)
      ? declared.type.types.flatMap((part) => this.#resources(part))
      : [undefined]
  }
}

function isEventBase(node: ts.Statement): node is ts.InterfaceDeclaration {
  return ts.isInterfaceDeclaration(node) && node.name.text === 'EventBase'
}

function isNull(node: ts.TypeNode): boolean {
  return ts.isLiteralTypeNode(node) && node.literal.kind === ts.SyntaxKind.NullKeyword
}

function literal(node: ts.LiteralTypeNode): Schema {
  const value = node.literal
  if (ts.isStringLiteral(value)) return { type: 'string', enum: [value.text] }
  if (ts.isNumericLiteral(value)) return { type: 'integer', enum: [Number(value.text)] }
  if (value.kind === ts.SyntaxKind.TrueKeyword) return { type: 'boolean', enum: [true] }
  if (value.kind === ts.SyntaxKind.FalseKeyword) return { type: 'boolean', enum: [false] }
  if (value.kind === ts.SyntaxKind.NullKeyword) return { type: 'null' }
  throw new Error(`cannot read the literal ${node.getText()} in ${node.getSourceFile().fileName}`)
}

/** What a snapshot event carries depends on its type, so its declaration is empty. */
function isOpaque(declared: ts.InterfaceDeclaration): boolean {
  return /^Event\.Data\.(Object|PreviousAttributes)$/.test(pathOf(declared).join('.'))
}
