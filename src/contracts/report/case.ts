import { basename } from 'node:path'
import { type ContractDiff, inWords } from '../check/contract-diff.js'
import type { DriftReport, NamedPact } from '../drift/drift.js'
import type { Severity } from '../drift/finding.js'
import { lineOf } from '../drift/line-of.js'
import type { ProbeReport } from '../probe/probe.js'
import type { Verification } from '../verify/verification.js'

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

/** @param locked a contract that is not as recorded is an error; otherwise a warning */
export function casesOfDiff(diffs: readonly ContractDiff[], locked: boolean, folder: string): Case[] {
  return diffs.map(({ consumer, vendor, file, differences }) => ({
    suite: `${consumer} and ${vendor}: contract`,
    name: 'the contract is as recorded',
    file: file ?? folder,
    line: 1,
    problems: differences.map((difference) => ({
      check: `contract/${difference.change}-${difference.what}`,
      severity: locked ? ('error' as const) : ('warning' as const),
      message: inWords(difference),
      remedy: 'Write it down with `standin contracts check --update`.',
    })),
  }))
}

/** @param pacts what was verified, under the names that they are committed by */
export function casesOfVerification(verifications: readonly Verification[], pacts: readonly NamedPact[]): Case[] {
  return verifications.flatMap(({ consumer, vendor, from, interactions }) => {
    const named = pacts.find(({ file }) => basename(file) === basename(from))
    return interactions.map(({ description, problems }) => ({
      suite: `${consumer} and ${vendor}: verify`,
      name: description,
      file: named?.file ?? from,
      line: named ? lineOf(named.text, description) : 1,
      problems: problems.map(({ field, message }) => ({
        check: 'verify/broken',
        severity: 'error' as const,
        message: `${field}: ${message.replace(/\.$/, '')}`,
      })),
    }))
  })
}

export function wordsOf({ message, remedy }: Problem): string {
  return remedy === undefined ? `${message}.` : `${message}. ${remedy}`
}
