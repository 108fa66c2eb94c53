import type { ExpectationReport, Report } from './report.js'
import type { Line } from './timeline.js'

type Colour = (text: string) => string

/** How a report is coloured. */
export interface Paint {
  readonly bold: Colour
  readonly dim: Colour
  readonly red: Colour
  readonly green: Colour
  readonly yellow: Colour
  readonly cyan: Colour
}

const plain: Colour = (text) => text
export const NO_PAINT: Paint = { bold: plain, dim: plain, red: plain, green: plain, yellow: plain, cyan: plain }

const MARKS = { held: '✓', broken: '✗', unseen: '?' } as const
const WIDTH = 96

/** A report as a person reads it: what it was about, what happened, and what is to be said of it. */
export function reportText(report: Report, paint: Paint = NO_PAINT, { verbose = true } = {}): string {
  const { scenario, expectations, missing, timeline } = report
  const head = [
    `${paint.bold(scenario.title)}  ${paint.dim(scenario.name)}`,
    ...wrapped(scenario.story, '  ').map(paint.dim),
  ]
  const lines = verbose ? ['', paint.bold('What happened'), ...timelineText(timeline, paint)] : []
  if (verbose && timeline.length === 0) lines.push('  nothing')
  if (report.cut) lines.push(paint.yellow('  More happened than is kept.'))
  const verdicts = [
    '',
    paint.bold('What was expected'),
    ...expectations.flatMap((each) => expectationText(each, paint)),
  ]
  const gaps = missing.map((what) => `  ${paint.yellow('?')} ${what}`)
  return [...head, ...lines, ...verdicts, ...gaps, '', verdictLine(report, paint), ''].join('\n')
}

function timelineText(timeline: readonly Line[], paint: Paint): string[] {
  const widest = String(timeline.at(-1)?.number ?? 0).length
  return timeline.flatMap(({ number, at, who, vendor, text, details, because, during, good }) => {
    const lead = `  ${paint.dim(`#${String(number).padEnd(widest)}`)} ${paint.dim(clock(at).padStart(9))}  `
    const indent = ' '.repeat(widest + 15)
    const origin = because !== undefined ? `  from #${because}` : during !== undefined ? `  during #${during}` : ''
    const from = paint.dim(origin)
    const said = who === 'stage' ? paint.cyan(text) : good ? text : paint.red(text)
    return [
      `${lead}${direction(who, vendor).padEnd(24)} ${said}${from}`,
      ...details.flatMap((detail) => wrapped(detail, indent)).map(paint.dim),
    ]
  })
}

function direction(who: Line['who'], vendor: string | undefined): string {
  if (who === 'program') return `you -> ${vendor}`
  if (who === 'vendor') return `${vendor} -> you`
  return who === 'stage' ? `scenario${vendor === undefined ? '' : ` -> ${vendor}`}` : (vendor ?? 'time')
}

function expectationText({ text, because, state, seen }: ExpectationReport, paint: Paint): string[] {
  const colour = { held: paint.green, broken: paint.red, unseen: paint.yellow }[state]
  const why = because !== undefined && state !== 'held' ? [paint.dim(`    ${because}`)] : []
  return [
    `  ${colour(MARKS[state])} ${text}`,
    ...seen.map((line) => `    ${state === 'held' ? paint.dim(line) : colour(line)}`),
    ...why,
  ]
}

function verdictLine({ outcome, expectations, missing, exitCode }: Report, paint: Paint): string {
  const count = (state: ExpectationReport['state']) => expectations.filter((each) => each.state === state).length
  const ended = exitCode === undefined ? '' : paint.dim(`  (the command ended with ${exitCode})`)
  if (outcome === 'passed') return `${paint.green('Passed')}: all ${expectations.length} expectations held.${ended}`
  if (outcome === 'failed')
    return `${paint.red('Failed')}: ${count('broken')} of ${expectations.length} expectations were broken.${ended}`
  const gaps = count('unseen') + missing.length
  return `${paint.yellow('Incomplete')}: nothing was broken, but ${gaps === 1 ? 'one thing' : `${gaps} things`} did not come about, so this proves nothing.${ended}`
}

/** `+0.012s`, `+10:00`, `+1d 02:00`: since the start, on the world's clock. */
function clock(milliseconds: number): string {
  const seconds = Math.max(0, milliseconds) / 1000
  if (seconds < 60) return `+${seconds.toFixed(3)}s`
  const pad = (value: number) => String(Math.floor(value)).padStart(2, '0')
  const days = Math.floor(seconds / 86_400)
  const hours = (seconds % 86_400) / 3600
  const rest = `${pad(hours)}:${pad((seconds % 3600) / 60)}:${pad(seconds % 60)}`
  return days > 0 ? `+${days}d ${rest}` : `+${rest}`
}

function wrapped(text: string, indent: string): string[] {
  const lines: string[] = []
  for (const word of text.split(/\s+/)) {
    const last = lines.length - 1
    if (last >= 0 && `${lines[last]} ${word}`.length <= WIDTH) lines[last] += ` ${word}`
    else lines.push(`${indent}${word}`)
  }
  return lines
}
