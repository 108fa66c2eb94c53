import type ts from 'typescript'
import { type Declared, literalOf, ownerOf, pathOf } from './declarations.js'

/** Unions of resources that Stripe's own document names otherwise than the SDK. */
export const unionNames: Record<string, string> = {
  BalanceTransactionSource: 'balance_transaction_source',
  CustomerSource: 'payment_source',
  DeletedCustomerSource: 'deleted_payment_source',
  DeletedExternalAccount: 'deleted_external_account',
  ExternalAccount: 'external_account',
}

/** The two interfaces that stand for all events of their kind. */
const eventNames: Record<string, string> = {
  Events: 'event',
  'V2/Core/Events': 'v2.core.event',
  'V2/Events': 'v2.core.event',
}

/** Name of the component for a declaration, as Stripe's own document would have it where that is easy. */
export function schemaName(declared: Declared, file: string): string {
  const path = pathOf(declared)
  const own = path[path.length - 1] ?? ''
  if (path.length === 1) return topLevelName(declared, own, file)
  const owner = ownerOf(declared)
  const ownerName = owner ? schemaName(owner, file) : ownerless(path[0] ?? '', file)
  return [ownerName.replaceAll('.', '_'), ...path.slice(1).map(snake)].join('_')
}

/** Nested types of `Event`, whose interface is called EventBase. */
function ownerless(name: string, file: string): string {
  const event = eventNames[file]
  return event && name === 'Event' ? event : spaced(name, file)
}

function topLevelName(declared: Declared, own: string, file: string): string {
  const event = eventNames[file]
  if (event && own === 'EventBase') return event
  const literal = 'members' in declared ? literalOf(declared as ts.InterfaceDeclaration, 'object') : undefined
  if (literal) return own.startsWith('Deleted') ? `deleted_${literal}` : literal
  return unionNames[own] ?? spaced(own, file)
}

/** `Tax/Registrations` and `Foo` make `tax_foo`. */
function spaced(own: string, file: string): string {
  return [...file.split('/').slice(0, -1), own].map(snake).join('_')
}

function snake(name: string): string {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1_$2')
    .toLowerCase()
}
