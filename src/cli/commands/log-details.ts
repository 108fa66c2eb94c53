import type { Explanation } from '../../engine/control/explain/explain.js'
import type { EntrySummary } from '../../engine/control/views.js'
import { paintStatus, type Style } from '../render/style.js'
import { renderTable } from '../render/table.js'

interface Message {
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** One request as the control API gives it. */
export interface LogDetails extends EntrySummary {
  readonly request: Message
  readonly response: Message
  readonly failure: string | null
  readonly explanation: Explanation
}

/** Parameters that are shown where nobody asked for all. */
const MOST_PARAMETERS = 25

/** A request, its answer, and what the description says where it went wrong. */
export function logDetails(style: Style, details: LogDetails): string {
  const { method, target, status, duration, at, operation, fidelity, events, explanation, failure } = details
  const parts = [
    `${style.bold(`${method} ${target}`)}  ${paintStatus(style, status)}  ${duration.toFixed(1)} ms  ${style.dim(at)}`,
    `${style.dim('Operation')} ${operation ?? 'none of this vendor'}, ${fidelity}`,
    events.length > 0 ? `${style.dim('Events   ')} ${events.join(', ')}` : '',
    message(style, 'Request', details.request),
    message(style, 'Answer', details.response),
    failure ? `\n${style.red('Failure')}\n${failure}` : '',
    status >= 400 || status === 0 ? explained(style, explanation) : '',
  ]
  return `${parts.filter(Boolean).join('\n')}\n`
}

function message(style: Style, title: string, { headers, body }: Message): string {
  const lines = Object.entries(headers).map(([name, value]) => `${style.dim(`${name}:`)} ${value}`)
  return `\n${style.bold(title)}\n${lines.join('\n')}${body ? `\n\n${body.trimEnd()}` : ''}`
}

function explained(style: Style, { problems, parameters, curl, suggestions }: Explanation): string {
  const shown = parameters.slice(0, MOST_PARAMETERS)
  const more = parameters.length - shown.length
  const head = ['Parameter', 'In', 'Required', 'Takes']
  const rows = shown.map(({ name, in: where, required, type }) => [name, where, required ? 'yes' : '', type])
  const parts = [
    problems.length > 0 ? `\n${style.bold('What was wrong')}\n${problems.map((each) => `- ${each}`).join('\n')}` : '',
    suggestions.length > 0 ? `\n${style.bold('Perhaps meant')}\n${suggestions.join('\n')}` : '',
    rows.length > 0 ? `\n${style.bold('What it takes')}\n${renderTable(style, head, rows).trimEnd()}` : '',
    more > 0 ? style.dim(`and ${more} more: --json has them all`) : '',
    curl ? `\n${style.bold('The nearest valid request')}\n${curl}` : '',
  ]
  return parts.filter(Boolean).join('\n')
}
