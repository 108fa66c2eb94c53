import type { Probed, ProbeReport } from '../../contracts/probe/probe.js'
import type { Style } from './style.js'

export function renderProbe(style: Style, { vendor, baseUrl, interactions, cleanedUp }: ProbeReport): string {
  const kept = interactions.filter(({ differences, skipped }) => differences.length === 0 && skipped === undefined)
  const different = interactions.filter(({ differences }) => differences.length > 0)
  const skipped = interactions.filter((each) => each.skipped !== undefined)
  const lines = [
    ...different.map((each) => renderDifferent(style, each)),
    ...skipped.map((each) => `${style.dim(`not asked: ${each.operation}: ${each.skipped}`)}\n`),
  ]
  const made = cleanedUp.undone.length + cleanedUp.left.length
  const left = cleanedUp.left.length > 0 ? `, left behind: ${cleanedUp.left.join(', ')}` : ''
  if (made > 0) lines.push(`${style.dim(`taken back: ${cleanedUp.undone.length} of ${made}${left}`)}\n`)
  const result = different.length > 0 ? style.red(`${different.length} different`) : style.green('none different')
  const count = `${kept.length + different.length} asked, ${result}, ${skipped.length} not asked`
  return `${lines.join('')}${vendor} at ${baseUrl}: ${count}\n`
}

function renderDifferent(style: Style, { consumer, operation, interaction, differences, file, line }: Probed): string {
  const head = `${style.bold(`${consumer}: ${operation}`)} ${style.dim(`${file}:${line}`)}\n  ${style.dim(interaction)}\n`
  return `${head}${differences.map(({ message }) => `  ${style.red('error  ')} ${message}\n`).join('')}\n`
}
