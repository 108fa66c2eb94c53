import type { DriftReport } from '../drift/drift.js'
import type { Severity } from '../drift/finding.js'
import type { ProbeReport } from '../probe/probe.js'

/** One thing that was checked, as every CI system knows it. */
export interface Case {
  /** What it belongs to: a consumer and what was checked. */
  readonly suite: string
  readonly name: string
  /** Where it is written down. */
  readonly file: string
  readonly line: number
  readonly problems: readonly Problem[]
  /** Why it was not checked, where it was not. */
  readonly skipped?: string
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

export function casesOfProbe({ vendor, interactions }: ProbeReport): Case[] {
  return interactions.map(({ consumer, interaction, operation, file, line, differences, skipped }) => ({
    suite: `${consumer} and ${vendor}: probe`,
    name: `${operation}: ${interaction}`,
    file,
    line,
    ...(skipped !== undefined && { skipped }),
    problems: differences.map(({ message }) => ({
      check: 'probe/different',
      severity: 'error' as const,
      message: `${operation}: ${message}`,
    })),
  }))
}

export function wordsOf({ message, remedy }: Problem): string {
  return remedy === undefined ? `${message}.` : `${message}. ${remedy}`
}
