import { SandboxError } from '../errors.js'
import { nearest } from '../nearest.js'
import type { Sandbox } from '../sandbox.js'
import type { VendorRuntime } from '../vendor-runtime.js'
import { FORGERIES } from './delivery-faults.js'
import { nameMatcher } from './matcher.js'
import type { Fault } from './schema.js'

/**
 * Whether this sandbox has what a fault names: a fault that can never happen is a mistake.
 * @throws SANDBOX_NOT_FOUND for a vendor, operation, event or code that there is not, with the nearest that there is;
 * SANDBOX_BAD_INPUT for a change that the vendor's deliveries have nothing for
 */
export function checkFault(sandbox: Sandbox, fault: Fault): void {
  const { when = {}, effect } = fault
  const vendors = vendorsOf(sandbox, when.vendor)
  for (const operation of listed(when.operation)) checkOperation(vendors, operation)
  for (const event of listed(when.event)) checkEvent(vendors, event)
  if (effect.kind === 'status' && effect.code !== undefined) checkCode(vendors, effect.code)
  if (effect.kind === 'webhook') checkForgery(vendors, effect.change)
}

function vendorsOf(sandbox: Sandbox, name: string | undefined): VendorRuntime[] {
  const found = sandbox.vendors.filter((vendor) => name === undefined || vendor.name === name)
  if (found.length > 0) return found
  const remedy = `There are: ${sandbox.vendors.map((vendor) => vendor.name).join(', ')}.`
  throw new SandboxError('SANDBOX_NOT_FOUND', `There is no vendor '${name}' here.`, remedy)
}

function checkOperation(vendors: readonly VendorRuntime[], name: string): void {
  const keys = vendors.flatMap(({ description }) => description.operations.map(({ key }) => key))
  if (keys.some(nameMatcher(name))) return
  throw unknown(`No operation is called '${name}'.`, name, keys, 'See `standin coverage --list`.')
}

/** Where a vendor lists no types, every name may be one. */
function checkEvent(vendors: readonly VendorRuntime[], name: string): void {
  const types = vendors.map(({ description }) => Object.keys(description.events))
  if (types.some((each) => each.length === 0)) return
  const all = types.flat()
  if (all.some(nameMatcher(name))) return
  throw unknown(`No event is called '${name}'.`, name, all, 'See `standin webhooks trigger --list`.')
}

function checkCode(vendors: readonly VendorRuntime[], code: string): void {
  const codes = vendors.flatMap(({ definition }) => Object.keys(definition.errors.codes ?? {}))
  if (codes.includes(code)) return
  const who = vendors.map(({ name }) => name).join(', ')
  if (codes.length === 0) {
    throw new SandboxError('SANDBOX_NOT_FOUND', `No error codes of ${who} can be asked for.`, 'Give a status instead.')
  }
  throw unknown(`No error code of ${who} is called '${code}'.`, code, codes, `There are: ${codes.sort().join(', ')}.`)
}

function checkForgery(vendors: readonly VendorRuntime[], change: keyof typeof FORGERIES | string): void {
  const who = vendors.map(({ name }) => name).join(', ')
  const telling = vendors.filter(({ definition }) => definition.events)
  if (telling.length === 0) {
    throw new SandboxError('SANDBOX_BAD_INPUT', `${who} sends no webhooks.`, 'Name another vendor.')
  }
  const forgery = FORGERIES[change as keyof typeof FORGERIES]
  if (!forgery || telling.some(({ definition }) => definition.events?.forgeries?.includes(forgery))) return
  const message = `Webhooks of ${who} have nothing by which a receiver could notice '${change}'.`
  const can = ['delay', 'duplicate', 'reorder', 'drop', 'replay', 'before-answer', ...forgeable(telling)]
  throw new SandboxError('SANDBOX_BAD_INPUT', message, `What can go wrong with them: ${can.join(', ')}.`)
}

function forgeable(vendors: readonly VendorRuntime[]): string[] {
  const known = new Set(vendors.flatMap(({ definition }) => definition.events?.forgeries ?? []))
  return Object.entries(FORGERIES).flatMap(([change, forgery]) => (known.has(forgery) ? [change] : []))
}

function unknown(message: string, name: string, known: readonly string[], otherwise: string): SandboxError {
  const meant = closest(name, known)
  const remedy = meant.length === 0 ? otherwise : `Did you mean ${meant.map((each) => `'${each}'`).join(', ')}?`
  return new SandboxError('SANDBOX_NOT_FOUND', message, remedy)
}

/** At most three, the nearest first. */
function closest(name: string, known: readonly string[]): string[] {
  const left = new Set(known)
  const found: string[] = []
  for (let i = 0; i < 3; i++) {
    const next = nearest(name, left)
    if (next === undefined) break
    found.push(next)
    left.delete(next)
  }
  return found
}

function listed(names: string | readonly string[] | undefined): readonly string[] {
  if (names === undefined) return []
  return typeof names === 'string' ? [names] : names
}
