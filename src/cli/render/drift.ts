import type { DriftReport } from '../../contracts/drift/drift.js'
import type { Finding } from '../../contracts/drift/finding.js'
import type { Style } from './style.js'

/** Findings by consumer and operation; the same one of several interactions is told once. */
export function renderDrift(style: Style, reports: readonly DriftReport[]): string {
  return reports.map((report) => renderReport(style, report)).join('\n')
}

function renderReport(style: Style, { vendor, against, interactions, findings, notes }: DriftReport): string {
  const groups = new Map<string, Finding[]>()
  for (const finding of findings) {
    const name = `${finding.consumer}\0${finding.operation}`
    groups.set(name, [...(groups.get(name) ?? []), finding])
  }
  const told = [...groups.values()].map((group) => renderGroup(style, group)).join('')
  const broken = interactions.filter((each) => each.findings.some(({ severity }) => severity === 'error')).length
  const warned = interactions.filter((each) => each.findings.length > 0).length - broken
  const count = `${interactions.length} ${interactions.length === 1 ? 'interaction' : 'interactions'}`
  const result =
    broken > 0
      ? style.red(`${broken} broken`)
      : warned > 0
        ? style.yellow('none known to be broken')
        : style.green('all kept')
  const warnings = warned > 0 ? `, ${warned} to look at` : ''
  const noted = notes.map((note) => `${style.dim(`note: ${note}`)}\n`).join('')
  return `${told}${noted}${vendor} ${against}: ${count}, ${result}${warnings}\n`
}

function renderGroup(style: Style, group: readonly Finding[]): string {
  const [first] = group
  if (!first) return ''
  const head = `${style.bold(`${first.consumer}: ${first.operation}`)} ${style.dim(`${first.file}:${first.line}`)}\n`
  const unique = new Map(group.map((finding) => [`${finding.side} ${finding.field} ${finding.message}`, finding]))
  return `${head}${[...unique.values()].map((finding) => renderFinding(style, finding)).join('')}\n`
}

function renderFinding(style: Style, { severity, side, kind, message, remedy }: Finding): string {
  const mark = severity === 'error' ? style.red('error  ') : style.yellow('warning')
  const where = side === 'operation' || side === 'event' ? '' : `${side}: `
  const advice = remedy === undefined ? '' : `          ${style.dim(remedy)}\n`
  return `  ${mark} ${kind}: ${where}${message}\n${advice}`
}
