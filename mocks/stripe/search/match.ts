import { FIELDS, type FieldKind } from './fields.js'
import { type Clause, type Query, refused } from './query.js'

type Resource = Readonly<Record<string, unknown>>
const SHORTEST_PART = 3

/** Which resources of a type a query means. @throws a field, operator or value that does not fit (400) @unverified wording */
export function matcher(type: string, plural: string, { joined, clauses }: Query): (resource: Resource) => boolean {
  const tests = clauses.map((clause) => clauseTest(type, plural, clause))
  return joined === 'or'
    ? (resource) => tests.some((fits) => fits(resource))
    : (resource) => tests.every((fits) => fits(resource))
}

function clauseTest(type: string, plural: string, clause: Clause): (resource: Resource) => boolean {
  const kind = kindOf(type, plural, clause)
  const { field, key, negated, operator, value } = clause
  const path = key === undefined ? field.split('.') : ['metadata', key]
  if (value === null && operator !== ':') throw refused(`Only \`:\` goes with null; \`${field}\` has \`${operator}\`.`)
  const wanted = value === null ? undefined : comparison(clause, kind)
  return (resource) => {
    const found = path.reduce<unknown>(ownValue, resource) ?? undefined
    const fits = wanted ? found !== undefined && wanted(found) : found === undefined
    return fits !== negated
  }
}

function ownValue(at: unknown, step: string): unknown {
  return typeof at === 'object' && at !== null && Object.hasOwn(at, step) ? (at as Resource)[step] : undefined
}

function kindOf(type: string, plural: string, { field, key }: Clause): FieldKind {
  if (field === 'metadata' && key !== undefined) return 'token'
  const kind = key === undefined ? FIELDS[type]?.[field] : undefined
  if (kind) return kind
  throw refused(
    `Field \`${field}\` is an unsupported search field for resource \`${plural}\`. See http://stripe.com/docs/search#query-fields-for-${plural.replaceAll('_', '-')} for a list of supported fields.`,
  )
}

function comparison({ field, operator, value, quoted }: Clause, kind: FieldKind): (found: unknown) => boolean {
  const text = value ?? ''
  if (kind === 'number') return numberComparison(field, operator, text)
  if (!quoted && kind === 'string') throw refused(`The value of \`${field}\` must be in quotes.`)
  if (operator === ':') return (found) => fold(found) === fold(text)
  if (operator !== '~') throw refused(`\`${operator}\` compares numbers; \`${field}\` is none.`)
  if (kind !== 'string') throw refused(`\`~\` does not work with \`${field}\`; use \`:\` for an exact match.`)
  if ([...text].length < SHORTEST_PART)
    throw refused(`A part to be found with \`~\` has at least ${SHORTEST_PART} characters; '${text}' has fewer.`)
  return (found) => fold(found).includes(fold(text))
}

function numberComparison(field: string, operator: Clause['operator'], text: string): (found: unknown) => boolean {
  if (!/^-?\d+(?:\.\d+)?$/.test(text)) throw refused(`\`${field}\` is compared with a number; '${text}' is none.`)
  const limit = Number(text)
  switch (operator) {
    case ':':
      return (found) => Number(found) === limit
    case '>':
      return (found) => Number(found) > limit
    case '<':
      return (found) => Number(found) < limit
    case '>=':
      return (found) => Number(found) >= limit
    case '<=':
      return (found) => Number(found) <= limit
    case '~':
      throw refused(`\`~\` does not work with \`${field}\`, which is a number.`)
  }
}

function fold(value: unknown): string {
  return String(value).toLowerCase()
}
