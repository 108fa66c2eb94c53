import { basename } from 'node:path'
import { SandboxError } from '../errors.js'
import { nearest } from '../nearest.js'
import { writtenError } from '../written/problems.js'
import { readText } from '../written/read-text.js'
import { type Scenario, scenarioSchema } from './schema.js'
import { actsOf, Problems, REFERENCE, vendorPlaces, type WrittenScenario } from './written-scenario.js'

const CODE = 'SANDBOX_BAD_SCENARIO'
/**
 * Reads and checks a scenario, but for what only its vendors know (see `checkScenario`).
 * @param file its name is said in errors; a scenario is called as its file
 * @throws SANDBOX_BAD_SCENARIO with file, line and column of all that is wrong
 */
export function readScenario(file: string, text: string): WrittenScenario {
  const document = readText(file, text, CODE)
  const value = document.value
  if (typeof value !== 'object' || value === null || Array.isArray(value) || Object.keys(value).length === 0) {
    const remedy = 'Begin with name, title, story, vendors and expect; `standin scenario show` prints one.'
    throw new SandboxError(CODE, `${file}:1:1: this is no scenario: a set of settings is expected`, remedy)
  }
  const result = scenarioSchema.safeParse(value)
  if (!result.success) throw writtenError(CODE, document, result.error.issues, scenarioSchema)
  const scenario = result.data
  const problems = new Problems(document)
  checkName(file, scenario, problems)
  checkVendors(scenario, problems)
  checkNames(scenario, problems)
  checkReferences(scenario, problems)
  problems.throwAny()
  return { scenario, document }
}

function checkName(file: string, { name }: Scenario, problems: Problems): void {
  const called = basename(file).replace(/\.ya?ml$/, '')
  if (called !== name) problems.add(['name'], `the file is called ${called}: a scenario and its file share a name`)
}

function checkVendors(scenario: Scenario, problems: Problems): void {
  const { vendors } = scenario
  for (const { vendor, path, forAll } of vendorPlaces(scenario)) {
    if (vendor === undefined && vendors.length > 1 && !forAll) {
      problems.add(path, `say which vendor: ${vendors.join(' or ')}`)
    } else if (vendor !== undefined && !vendors.includes(vendor)) {
      problems.add([...path, 'vendor'], `'${vendor}' is not among \`vendors\`: ${vendors.join(', ')}`)
    }
  }
}

/** Steps and faults that others name. */
function checkNames({ faults = [], steps = [], expect }: Scenario, problems: Problems): void {
  const added = steps.flatMap(({ do: done }) => actsOf(done).flatMap(([{ fault }]) => (fault ? [fault] : [])))
  const faultNames = [...faults, ...added].flatMap(({ name }) => (name === undefined ? [] : [name]))
  const stepNames = steps.flatMap(({ name }) => (name === undefined ? [] : [name]))
  const known = (name: string | undefined, names: readonly string[], what: string, path: PropertyKey[]) => {
    if (name === undefined || names.includes(name)) return
    const meant = nearest(name, names)
    const others = names.length > 0 ? `there are: ${names.join(', ')}` : 'none has a name'
    problems.add(path, `no ${what} is called '${name}'; ${meant ? `did you mean '${meant}'?` : others}`)
  }
  steps.forEach(({ after, do: done }, i) => {
    known(after?.step, stepNames, 'step', ['steps', i, 'after', 'step'])
    for (const [{ endFault }, at] of actsOf(done)) {
      known(endFault, faultNames, 'fault', ['steps', i, 'do', ...at.map(Number), 'endFault'])
    }
  })
  expect.forEach(({ delivered }, i) => {
    known(delivered?.fault, faultNames, 'fault', ['expect', i, 'delivered', 'fault'])
  })
}

/** What stands in `<name.path>` must have been kept before. */
function checkReferences(scenario: Scenario, problems: Problems): void {
  const kept = new Set<string>()
  const look = (value: unknown, path: readonly PropertyKey[]): void => {
    if (typeof value === 'string') lookAtText(value, path)
    if (typeof value !== 'object' || value === null) return
    for (const [key, inner] of Object.entries(value)) look(inner, [...path, Array.isArray(value) ? Number(key) : key])
    if ('send' in value && 'as' in value && typeof value.as === 'string') kept.add(value.as)
  }
  const lookAtText = (text: string, path: readonly PropertyKey[]) => {
    for (const [whole, name = ''] of text.matchAll(REFERENCE)) {
      if (!kept.has(name)) problems.add(path, `${whole} is not known: no earlier request keeps its answer as '${name}'`)
    }
  }
  for (const part of ['seed', 'faults', 'steps', 'expect'] as const) look(scenario[part], [part])
}
