import ts from 'typescript'
import type { Schema, ThinEvent } from '../document.js'
import { literalOf, nameOf, resolve, topLevelOf, typeName } from './declarations.js'
import type { TypeReader } from './read-types.js'
import type { Sdk } from './sdk.js'

/** Snapshot events: type to the schema of `data.object`. */
export function readEvents(sdk: Sdk, types: TypeReader): Record<string, Schema> {
  const events: Record<string, Schema> = {}
  for (const [type, event] of eventsIn(sdk, ['Events', 'EventTypes'])) {
    const data = memberType(event, 'data')
    const declared = data && ts.isTypeReferenceNode(data) ? resolve(sdk.checker, data.typeName) : undefined
    const object = declared && ts.isInterfaceDeclaration(declared) ? memberType(declared, 'object') : undefined
    if (!object) throw new Error(`the event ${type} has no data.object`)
    events[type] = types.answer(object)
  }
  return events
}

/** Thin events: type to the object they point at and the data they carry, where they do. */
export function readThinEvents(sdk: Sdk, types: TypeReader): Record<string, ThinEvent> {
  const events: Record<string, ThinEvent> = {}
  for (const [type, event] of eventsIn(sdk, ['V2/Core/Events', 'V2/EventTypes'])) {
    const related = relatedObject(event)
    const data = memberType(event, 'data')
    events[type] = {
      ...(related ? { relatedObject: types.answer(related) } : {}),
      ...(data ? { data: types.answer(data) } : {}),
    }
  }
  return events
}

/** @param files where they stand in the layouts that there have been */
function* eventsIn(sdk: Sdk, files: string[]): Generator<[type: string, event: ts.InterfaceDeclaration]> {
  for (const node of files.flatMap((file) => statementsOf(sdk, file))) {
    if (!ts.isInterfaceDeclaration(node)) continue
    const base = node.heritageClauses?.[0]?.types[0]?.expression
    const type = literalOf(node, 'type')
    if (base && /^(?:V2\.)?EventBase$/.test(typeName(base)) && type) yield [type, node]
  }
}

function statementsOf(sdk: Sdk, file: string): readonly ts.Statement[] {
  const parsed = sdk.declarations.get(file)
  return parsed ? topLevelOf(parsed) : []
}

function memberType(declared: ts.InterfaceDeclaration, name: string): ts.TypeNode | undefined {
  return declared.members.find(
    (member): member is ts.PropertySignature => ts.isPropertySignature(member) && nameOf(member) === name,
  )?.type
}

/** `fetchRelatedObject(): Promise<Meter>` says what the event is about. */
function relatedObject(event: ts.InterfaceDeclaration): ts.TypeNode | undefined {
  const method = event.members.find(
    (member) => ts.isMethodSignature(member) && member.name.getText() === 'fetchRelatedObject',
  )
  const promise = method && ts.isMethodSignature(method) ? method.type : undefined
  return promise && ts.isTypeReferenceNode(promise) ? promise.typeArguments?.[0] : undefined
}

/** The codes an error may have, from the declaration of a payment's last error. */
export function readErrorCodes(sdk: Sdk): string[] {
  const codes: string[] = []
  const visit = (node: ts.Node, path: string): void => {
    if (ts.isModuleDeclaration(node)) {
      const inner = `${path}${node.name.text}.`
      ts.forEachChild(node, (child) => visit(child, inner))
    } else if (ts.isModuleBlock(node)) {
      ts.forEachChild(node, (child) => visit(child, path))
    } else if (ts.isTypeAliasDeclaration(node) && path + node.name.text === 'PaymentIntent.LastPaymentError.Code') {
      if (ts.isUnionTypeNode(node.type)) codes.push(...node.type.types.flatMap(stringLiteral))
    }
  }
  for (const statement of statementsOf(sdk, 'PaymentIntents')) visit(statement, '')
  if (codes.length === 0) throw new Error('no error codes in PaymentIntent.LastPaymentError.Code')
  return codes.sort()
}

function stringLiteral(node: ts.TypeNode): string[] {
  return ts.isLiteralTypeNode(node) && ts.isStringLiteral(node.literal) ? [node.literal.text] : []
}
