import type { AddFaultOptions } from '../definitions/faults.js'

/** What the one value of an effect is called; the kinds that are not here take none. */
const VALUE: Readonly<Record<string, string>> = {
  delay: 'milliseconds',
  'rate-limit': 'retryAfter',
  status: 'status',
  maintenance: 'minutes',
  token: 'state',
  reset: 'when',
  hang: 'when',
  drip: 'bytesPerSecond',
  truncate: 'keep',
  'content-type': 'value',
  data: 'change',
  tls: 'problem',
  webhook: 'change',
}

/** A fault as the options say it; whether it is one is the sandbox's to say. */
export function faultOf(options: AddFaultOptions): object {
  const { kind = '', value, name, vendor, operation, event, nth, probability, times } = options
  const when = { vendor, operation, event, nth, probability }
  return {
    name,
    times,
    ...(Object.values(when).some((each) => each !== undefined) && { when }),
    effect: { ...effectOf(kind, value), ...rest(options) },
  }
}

function effectOf(kind: string, value: string | undefined): object {
  if (value === undefined) return kind === 'reset' || kind === 'hang' ? { kind, when: 'before' } : { kind }
  // A status may be named by its code alone.
  if (kind === 'status' && !/^\d+$/.test(value)) return { kind, code: value }
  return { kind, [VALUE[kind] ?? 'value']: /^\d+(?:\.\d+)?$/.test(value) ? Number(value) : value }
}

function rest({ code, retryAfter, path, by }: AddFaultOptions): object {
  const given = Object.entries({ code, retryAfter, path, by }).filter(([, value]) => value !== undefined)
  return Object.fromEntries(given)
}
