import type { Actor } from '../access/access.js'
import type { SObject } from '../catalogue/catalogue.js'
import { failWith } from '../errors.js'
import { folded, type SalesforceWorld } from '../world.js'
import type { RecordRow } from './record.js'

/** A rule of `settings.salesforce.duplicateRules`: rows that agree in all of these fields are duplicates. */
export interface DuplicateRule {
  readonly object: string
  readonly name: string
  readonly fields: readonly string[]
  /** Whether `Sforce-Duplicate-Rule-Header: allowSave=true` lets it pass. Default true. */
  readonly allowSave?: boolean
  /** What the rule tells. Default: that of a rule as it is delivered. */
  readonly message?: string
}

/**
 * Refuses a row that a duplicate rule finds others for. No rule is active unless the config has one.
 * @throws DUPLICATES_DETECTED (400) with duplicateResult
 * @source facts A9 (read 2026-11-23) @unverified wording
 */
export function checkDuplicateRules(world: SalesforceWorld, actor: Actor, object: SObject, row: RecordRow): void {
  const rules = (world.setting('duplicateRules') ?? []) as readonly DuplicateRule[]
  for (const rule of rules) {
    if (rule.object.toLowerCase() !== object.name.toLowerCase()) continue
    if (actor.allowDuplicates && rule.allowSave !== false) continue
    const matches = matching(world, object, rule, row)
    if (matches.length > 0) throw duplicatesDetected(object, rule, matches)
  }
}

function matching(world: SalesforceWorld, object: SObject, rule: DuplicateRule, row: RecordRow): RecordRow[] {
  const names = rule.fields.map((name) => object.field(name)?.name ?? name)
  if (names.some((name) => (row[name] ?? null) === null)) return []
  const same = (other: RecordRow) => names.every((name) => folded(other[name]) === folded(row[name]))
  return world
    .records(object.name)
    .all()
    .filter((other) => other.id !== row.id && !other.IsDeleted && same(other))
}

function duplicatesDetected(object: SObject, rule: DuplicateRule, matches: readonly RecordRow[]) {
  const message = rule.message ?? 'Use one of these records?'
  const matchRecords = matches.map(({ id }) => ({
    additionalInformation: [],
    fieldDiffs: [],
    matchConfidence: 100,
    record: { attributes: { type: object.name, url: `/services/data/v59.0/sobjects/${object.name}/${id}` }, Id: id },
  }))
  const matchResult = {
    entityType: object.name,
    errors: [],
    matchEngine: 'ExactMatchEngine',
    matchRecords,
    rule: `${rule.name}_Match`,
    size: matches.length,
    success: true,
  }
  const duplicateResult = {
    allowSave: rule.allowSave !== false,
    duplicateRule: rule.name,
    duplicateRuleEntityType: object.name,
    errorMessage: message,
    matchResults: [matchResult],
  }
  return failWith(400, [{ code: 'DUPLICATES_DETECTED', message, more: { duplicateResult } }])
}
