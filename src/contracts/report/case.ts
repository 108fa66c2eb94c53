import type { DriftReport } from '../drift/drift.js'
import type { Severity } from '../drift/finding.js'

/** One thing that was checked, as every CI system knows it. */
export interface Case {
  /** What it belongs to: a consumer and what was checked. */
  readonly suite: string
  readonly name: string
  /** Where it is written down. */
  readonly file: string
  readonly line: number
  readonly problems: readonly Problem[]
}

export interface Problem {
  /** A short name that stays the same: `drift/removed`. */
  readonly check: string
  readonly severity: Severity
  readonly message: string
  readonly remedy?: string
}

export function casesOfDrift({ vendor, interactions }: DriftReport): Case[] {
  return interactions.map(({ consumer, interaction, operation, file, line, findings }) => ({
    suite: `${consumer} and ${vendor}: drift`,
    name: `${operation}: ${interaction}`,
    file,
    line,
    problems: findings.map(({ side, kind, severity, message, remedy }) => ({
      check: `drift/${kind.replace(' ', '-')}`,
      severity,
      message: `${operation}, ${side}: ${message}`,
      ...(remedy !== undefined && { remedy }),
    })),
  }))
}

export function wordsOf({ message, remedy }: Problem): string {
  return remedy === undefined ? `${message}.` : `${message}. ${remedy}`
}
