import type { SObject } from '../catalogue/catalogue.js'
import { fail } from '../errors.js'
import type { SalesforceWorld } from '../world.js'
import { fits } from './condition-of.js'
import type { RecordRow } from './record.js'

/** A rule of `settings.salesforce.validationRules`: a record that fits its condition is not saved. */
interface ValidationRule {
  readonly object: string
  /** As in a WHERE of SOQL: what is wrong, as in the formula of a rule in Salesforce. */
  readonly condition: string
  readonly message: string
  /** The field that the message stands beside; without it, it is about the record. */
  readonly field?: string
}

export const EVENTS = [
  'BeforeInsert',
  'BeforeUpdate',
  'BeforeDelete',
  'AfterInsert',
  'AfterUpdate',
  'AfterDelete',
] as const

export type TriggerEvent = (typeof EVENTS)[number]

/** An Apex trigger of `settings.salesforce.triggers`, as far as others notice it: it fails. */
interface FailingTrigger {
  readonly object: string
  readonly name: string
  readonly event: TriggerEvent
  /** As in a WHERE of SOQL; without it, the trigger fails for every record. */
  readonly condition?: string
  /** What the exception says: `System.NullPointerException: Attempt to de-reference a null object`. */
  readonly message: string
}

/** @throws FIELD_CUSTOM_VALIDATION_EXCEPTION (400) with the rule's own words @source facts A9 (read 2026-11-23) */
export function checkValidationRules(world: SalesforceWorld, object: SObject, row: RecordRow): void {
  for (const rule of rulesOf<ValidationRule>(world, 'validationRules', object)) {
    if (!fits(world, object, rule.condition, row)) continue
    const field = rule.field === undefined ? undefined : object.field(rule.field)
    throw fail(400, 'FIELD_CUSTOM_VALIDATION_EXCEPTION', rule.message, field ? [field.name] : [])
  }
}

/** @throws CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY (400), as for an exception that nobody caught @source facts A9 (read 2026-11-23) */
export function runTriggers(world: SalesforceWorld, object: SObject, event: TriggerEvent, row: RecordRow): void {
  for (const trigger of rulesOf<FailingTrigger>(world, 'triggers', object)) {
    if (trigger.event !== event) continue
    if (trigger.condition !== undefined && !fits(world, object, trigger.condition, row)) continue
    const message = `${trigger.name}: execution of ${event}\n\ncaused by: ${trigger.message}`
    throw fail(400, 'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY', message, [])
  }
}

function rulesOf<T extends { readonly object: string }>(
  world: SalesforceWorld,
  setting: string,
  object: SObject,
): readonly T[] {
  const rules = world.setting(setting)
  if (!Array.isArray(rules)) return NONE
  const name = object.name.toLowerCase()
  return rules.filter((rule): rule is T => String(rule?.object).toLowerCase() === name)
}

const NONE: readonly never[] = []
