import { fieldsRead } from '../drift/fields-read.js'
import { EACH, recordedAt } from '../drift/promise.js'
import { nameOfType, typeOfValue } from '../drift/schema-reader.js'
import type { HttpInteraction, Matcher } from '../pact/pact-file.js'
import type { Actual } from './actual.js'
import { matchersAt } from './matchers-at.js'
import type { Answer } from './send.js'

/** One thing in which the vendor's answer is not what the contract says. */
export interface Difference {
  /** `status`, `header request-id`, or the dotted path of a field. */
  readonly field: string
  readonly message: string
}

/** Headers of a connection; that an answer is JSON is seen in what it holds. */
const IGNORED = new Set(['content-length', 'content-encoding', 'transfer-encoding', 'connection', 'date'])

export function differences({ response, ...rest }: HttpInteraction, answer: Answer, actual: Actual): Difference[] {
  if (answer.status !== response.status) {
    return [{ field: 'status', message: `it answers ${answer.status}${saying(answer)}, not ${response.status}` }]
  }
  const { paths } = fieldsRead({ response, ...rest })
  return [
    ...headerDifferences(response, answer),
    ...paths.flatMap((path) => fieldDifferences(path, response, answer, actual)),
  ]
}

/** What a refusal says of itself. */
function saying({ status, body }: Answer): string {
  if (status < 400) return ''
  const said = JSON.stringify(body)
  const message = /"message":\s*("(?:[^"\\]|\\.)*")/.exec(said)?.[1]
  return message === undefined ? '' : ` (${JSON.parse(message) as string})`
}

function headerDifferences(response: HttpInteraction['response'], answer: Answer): Difference[] {
  return Object.entries(response.headers ?? {}).flatMap(([name, value]) => {
    const lower = name.toLowerCase()
    const seen = answer.headers[lower]
    if (IGNORED.has(lower)) return []
    if (seen === undefined) return [{ field: `header ${lower}`, message: `the header ${lower} is not there` }]
    const matchers = matchersAt(response.matchingRules?.header, name)
    const wrong = matchers.find((matcher) => !fits(matcher, seen, [value].flat()[0]))
    return wrong
      ? [{ field: `header ${lower}`, message: `the header ${lower} is '${seen}', which does not fit ${of(wrong)}` }]
      : []
  })
}

function fieldDifferences(
  path: readonly string[],
  response: HttpInteraction['response'],
  answer: Answer,
  actual: Actual,
): Difference[] {
  const field = path.join('.')
  const example = recordedAt(response.body?.content, path)
  const values = valuesAt(answer.body, path)
  if (values.length === 0) return [{ field, message: `\`${field}\` is not there` }]
  const matchers = matchersAt(response.matchingRules?.body, path)
  for (const value of values) {
    const words = wrongness(value, example, matchers, actual)
    if (words !== undefined) return [{ field, message: `\`${field}\` ${words}` }]
  }
  return []
}

function wrongness(value: unknown, example: unknown, matchers: readonly Matcher[], actual: Actual): string | undefined {
  if (value === undefined) return 'is not there'
  if (example === undefined || example === null) return undefined
  if (value === null) return `is null, not ${nameOfType(typeOfValue(example))}`
  const [seen, wanted] = [typeOfValue(value), typeOfValue(example)]
  const number = wanted === 'number' && seen === 'integer'
  if (seen !== wanted && !number) return `is ${nameOfType(seen)}, not ${nameOfType(wanted)}`
  const wrong = matchers.find((matcher) => !fits(matcher, value, example))
  if (wrong) return `is ${JSON.stringify(value)}, which does not fit ${of(wrong)}`
  // Pact takes a value without any rule for exactly what it has to be.
  const exact = matchers.length === 0 && typeof example !== 'object' && !actual.touches(String(example))
  return exact && value !== example ? `is ${JSON.stringify(value)}, not ${JSON.stringify(example)}` : undefined
}

function fits(matcher: Matcher, value: unknown, example: unknown): boolean {
  switch (matcher.match) {
    case 'regex':
      return typeof matcher.regex !== 'string' || new RegExp(`^(?:${matcher.regex})$`).test(String(value))
    case 'equality':
      return JSON.stringify(value) === JSON.stringify(matcher.value ?? example)
    case 'include':
      return String(value).includes(String(matcher.value))
    case 'integer':
      return Number.isInteger(value)
    case 'number':
    case 'decimal':
      return typeof value === 'number'
    case 'boolean':
      return typeof value === 'boolean'
    default:
      // Of the same type, which was seen to already; and what only Pact's own matchers know.
      return true
  }
}

function of({ match, regex, value }: Matcher): string {
  if (match === 'regex') return `/${String(regex)}/`
  return value === undefined ? `'${match}'` : `'${match}' ${JSON.stringify(value)}`
}

/** Every value at a path: of each item, for each of a list; one that is not there is undefined. */
function valuesAt(root: unknown, path: readonly string[]): unknown[] {
  let values: unknown[] = [root]
  for (const segment of path) {
    values = values.flatMap((value): unknown[] => {
      if (segment === EACH) return Array.isArray(value) ? value : [undefined]
      if (typeof value !== 'object' || value === null || !Object.hasOwn(value, segment)) return [undefined]
      return [(value as Record<string, unknown>)[segment]]
    })
  }
  return values
}
