import { basename } from 'node:path'
import { type ContractDiff, inWords } from '../../contracts/check/contract-diff.js'
import type { DriftReport } from '../../contracts/drift/drift.js'
import type { Verification } from '../../contracts/verify/verification.js'
import { renderDrift } from './drift.js'
import type { Style } from './style.js'

interface Checked {
  readonly diffs: readonly ContractDiff[]
  readonly verifications: readonly Verification[]
  readonly drifts: readonly DriftReport[]
  readonly updated: boolean
}

/** What is new, what Standin's model keeps, and what the vendor's description does. */
export function renderCheck({ diffs, verifications, drifts, updated }: Checked): (style: Style) => string {
  return (style) =>
    [
      style.bold('What your program does\n'),
      ...diffs.map((diff) => renderDiff(style, diff, updated)),
      style.bold("\nWhat Standin's model keeps\n"),
      ...verifications.map((verification) => renderVerification(style, verification)),
      style.bold("\nWhat the vendor's description keeps\n"),
      renderDrift(style, drifts),
    ].join('')
}

function renderDiff(style: Style, { consumer, vendor, file, differences }: ContractDiff, updated: boolean): string {
  const whose = `${consumer} and ${vendor}`
  if (differences.length === 0) return `${whose}: ${style.green('as in the contract')}\n`
  const lines = differences.map((difference) => {
    const mark = difference.change === 'new' ? style.green('+') : style.red('-')
    return `  ${mark} ${inWords(difference)}\n`
  })
  const where = file === undefined ? 'there is no contract yet' : file
  const advice = updated ? 'written.' : 'write it down with --update.'
  return `${whose} ${style.dim(`(${where})`)}\n${lines.join('')}  ${style.dim(advice)}\n`
}

function renderVerification(style: Style, { consumer, vendor, from, interactions }: Verification): string {
  const broken = interactions.filter(({ problems }) => problems.length > 0)
  const kept = `${interactions.length - broken.length} of ${interactions.length} interactions are kept`
  const told = broken.map(({ description, problems }) => {
    const lines = problems.map(({ field, message }) => `    ${field}: ${message}\n`)
    return `  ${style.red('broken')} ${description}\n${lines.join('')}`
  })
  const sum = broken.length > 0 ? style.red(kept) : style.green(kept)
  return `${consumer} and ${vendor} ${style.dim(basename(from))}: ${sum}\n${told.join('')}`
}
