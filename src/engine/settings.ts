import { nearest } from './nearest.js'

/** What a vendor's setting may be. */
export type SettingType =
  | 'boolean'
  | 'number'
  | 'string'
  /** Whatever it is: the vendor looks at it itself. */
  | 'any'
  | { readonly oneOf: readonly string[] }
  | { readonly list: SettingType }
  /** Of any names, or of these only. */
  | { readonly map: SettingType; readonly names?: readonly string[] }
  | { readonly fields: Readonly<Record<string, SettingType>>; readonly required?: readonly string[] }

/** One thing that is wrong with settings: where, and what is there and should be. */
export interface SettingProblem {
  readonly path: readonly (string | number)[]
  readonly what: string
}

/**
 * All that is wrong with a vendor's settings; nothing where the vendor does not say what it takes.
 * @param settings what the configuration has under the vendor's name
 */
export function problemsOfSettings(
  known: Readonly<Record<string, SettingType>> | undefined,
  settings: unknown,
): readonly SettingProblem[] {
  return known && settings !== undefined ? problemsOf({ fields: known }, settings, []) : []
}

/** @param known names that could stand there */
export function unknownName(name: string, known: readonly string[]): string {
  const meant = nearest(name, known)
  if (meant) return `this name is not known; did you mean '${meant}'?`
  return `this name is not known; known are ${known.join(', ') || 'none'}`
}

type Path = SettingProblem['path']

function problemsOf(type: SettingType, value: unknown, path: Path): SettingProblem[] {
  if (type === 'any') return []
  if (typeof type === 'string') {
    const wanted = type === 'boolean' ? 'true or false' : `a ${type}`
    return typeof value === type ? [] : [wrong(value, `${wanted} is expected`, path)]
  }
  if ('oneOf' in type) return problemsOfChoice(type.oneOf, value, path)
  if ('list' in type) {
    if (!Array.isArray(value)) return [wrong(value, 'a list is expected', path)]
    return value.flatMap((item, i) => problemsOf(type.list, item, [...path, i]))
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return [wrong(value, 'a set of settings is expected', path)]
  }
  return 'map' in type ? problemsOfMap(type, value, path) : problemsOfFields(type, value, path)
}

function problemsOfChoice(choices: readonly string[], value: unknown, path: Path): SettingProblem[] {
  if (choices.some((choice) => choice === value)) return []
  const meant = typeof value === 'string' ? nearest(value, choices) : undefined
  const hint = meant === undefined ? '' : `; did you mean '${meant}'?`
  return [wrong(value, `${choices.map((choice) => `'${choice}'`).join(' or ')} is expected${hint}`, path)]
}

function problemsOfMap({ map, names }: Extract<SettingType, { map: unknown }>, value: object, path: Path) {
  return Object.entries(value).flatMap(([name, item]) =>
    names && !names.includes(name)
      ? [{ path: [...path, name], what: unknownName(name, names) }]
      : problemsOf(map, item, [...path, name]),
  )
}

function problemsOfFields(
  { fields, required = [] }: Extract<SettingType, { fields: unknown }>,
  value: object,
  path: Path,
) {
  const missing = required
    .filter((name) => !Object.hasOwn(value, name))
    .map((name) => ({ path, what: `'${name}' is missing` }))
  const wrongOnes = Object.entries(value).flatMap(([name, item]) => {
    const type = Object.hasOwn(fields, name) ? fields[name] : undefined
    if (type === undefined) return [{ path: [...path, name], what: unknownName(name, Object.keys(fields)) }]
    return problemsOf(type, item, [...path, name])
  })
  return [...missing, ...wrongOnes]
}

function wrong(value: unknown, expected: string, path: Path): SettingProblem {
  const text = JSON.stringify(value) ?? String(value)
  return { path, what: `${text.length > 60 ? `${text.slice(0, 57)}...` : text} is there, but ${expected}` }
}
