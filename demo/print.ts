import pc from 'picocolors'
import type { DeliveryRow } from '../src/engine/events/delivery.js'
import type { Entry } from '../src/engine/log/entry.js'

const WIDTH = Math.min(process.stdout.columns || 100, 110)

export function heading(number: number, title: string, why: string): void {
  console.log(`\n${pc.bold(`${number}. ${title}`)}\n${pc.dim(why)}`)
}

/** What the SDK sent, and what it was answered. */
export function exchange({ method, target, request, status, response }: Entry): void {
  line('sent', `${method} ${target}`)
  if (request.body) line('', readable(request.body))
  line('answered', `${status < 400 ? pc.green(String(status)) : pc.red(String(status))}  ${facts(response.body)}`)
}

export function deliveries(rows: readonly DeliveryRow[]): void {
  for (const { type, state, attempts } of rows) {
    const { status, error } = attempts.at(-1) ?? {}
    line(
      'delivered',
      `${type}  ${state === 'delivered' ? pc.green(`${status}`) : pc.red(`${status ?? error ?? state}`)}`,
    )
  }
}

export function line(label: string, text: string): void {
  const [first = '', ...rest] = wrapped(text)
  console.log(`  ${pc.cyan(label.padEnd(10))}${first}`)
  for (const more of rest) console.log(`${' '.repeat(12)}${more}`)
}

/** Broken at spaces where it would not fit the screen. */
function wrapped(text: string): string[] {
  const lines = ['']
  for (const word of text.split(/(?<= {1,2})(?! )/)) {
    const last = lines.length - 1
    if (last >= 0 && `${lines[last]}${word}`.trimEnd().length > WIDTH - 12 && lines[last]) lines.push(word)
    else lines[last] += word
  }
  return lines
}

function readable(form: string): string {
  return decodeURIComponent(form.replaceAll('+', ' ')).replaceAll('&', '  ')
}

/** The few fields of an answer that the story is about. */
function facts(body: string): string {
  const answer = JSON.parse(body) as Record<string, unknown> & { error?: Record<string, unknown> }
  const { error } = answer
  if (error) return [error.code, error.decline_code, `“${error.message}”`].filter(Boolean).join('  ')
  const next = (answer.next_action as { type?: string } | null)?.type
  return [answer.object, answer.status, answer.amount, next]
    .filter((fact) => fact !== undefined && fact !== null)
    .join('  ')
}
