import { SandboxError } from '../errors.js'
import { checkFault } from '../faults/check.js'
import { nameMatcher } from '../faults/matcher.js'
import type { Fault } from '../faults/schema.js'
import { nearest } from '../nearest.js'
import type { Sandbox } from '../sandbox.js'
import { matchState } from '../states/match-state.js'
import { stateNames } from '../states/set-state.js'
import type { VendorRuntime } from '../vendor-runtime.js'
import type { StateStep } from './step-schema.js'
import { actsOf, Problems, REFERENCE, type WrittenScenario } from './written-scenario.js'

type Path = readonly PropertyKey[]

/**
 * Checks what only the vendors know: that they are there, and have these operations, events and credentials.
 * @throws SANDBOX_BAD_SCENARIO with file, line and column of all that is wrong
 */
export function checkScenario({ scenario, document }: WrittenScenario, sandbox: Sandbox): void {
  const problems = new Problems(document)
  const there = sandbox.vendors.map(({ name }) => name)
  scenario.vendors.forEach((name, i) => {
    if (there.includes(name)) return
    const meant = nearest(name, there)
    const others = `there are: ${there.join(', ')}; start it too`
    problems.add(['vendors', i], `there is no vendor '${name}' here; ${meant ? `did you mean '${meant}'?` : others}`)
  })
  problems.throwAny()
  new VendorCheck(scenario.vendors, sandbox, problems).all(scenario)
  problems.throwAny()
}

/** One walk over a scenario: whatever has an operation, an event or a credential is looked up at its vendor. */
class VendorCheck {
  private readonly vendors: readonly string[]
  private readonly sandbox: Sandbox
  private readonly problems: Problems

  constructor(vendors: readonly string[], sandbox: Sandbox, problems: Problems) {
    this.vendors = vendors
    this.sandbox = sandbox
    this.problems = problems
  }

  all({ seed, faults = [], steps = [], expect }: WrittenScenario['scenario']): void {
    for (const [i, state] of (seed?.states ?? []).entries()) this.state(state, ['seed', 'states', i])
    for (const [i, request] of (seed?.requests ?? []).entries()) this.request(request, ['seed', 'requests', i])
    for (const [i, fault] of faults.entries()) this.fault(fault, ['faults', i])
    steps.forEach(({ after, do: done }, i) => {
      const at = ['steps', i, 'after']
      if (after?.request) this.keys(after.request, [...at, 'request'])
      if (after?.event) this.events(after.event.vendor, [after.event.type], [...at, 'event', 'type'])
      if (after?.delivery) this.events(after.delivery.vendor, [after.delivery.event], [...at, 'delivery', 'event'])
      for (const [act, below] of actsOf(done)) this.act(act, ['steps', i, 'do', ...below])
    })
    expect.forEach((expectation, i) => {
      for (const [kind, wanted] of Object.entries(expectation)) {
        if (typeof wanted !== 'object') continue
        this.keys(wanted, ['expect', i, kind])
        const { by, after } = wanted as { by?: string | string[]; after?: object }
        if (by !== undefined) this.operations(wanted.vendor, by, ['expect', i, kind, 'by'])
        if (after !== undefined) this.keys(after, ['expect', i, kind, 'after'])
      }
    })
  }

  private act(act: ReturnType<typeof actsOf>[number][0], path: Path): void {
    const { trigger, resend, request, state, fault, roll } = act
    if (trigger) this.events(trigger.vendor, [trigger.event], [...path, 'trigger', 'event'])
    if (resend) this.events(resend.vendor, [resend.event], [...path, 'resend', 'event'])
    if (request) this.request(request, [...path, 'request'])
    if (state) this.state(state, [...path, 'state'])
    if (fault) this.fault(fault, [...path, 'fault'])
    if (roll) this.roll(roll, [...path, 'roll'])
  }

  /** What the fault names, then what only faults have: codes, forgeries. */
  private fault(fault: Fault, path: Path): void {
    const before = this.problems.count
    this.keys(fault.when ?? {}, [...path, 'when'])
    if (this.problems.count > before) return
    try {
      checkFault(this.sandbox, fault)
    } catch (error) {
      if (!(error instanceof SandboxError)) throw error
      this.problems.add([...path, 'effect'], `${error.message} ${error.remedy}`)
    }
  }

  private keys(part: object, path: Path): void {
    const { vendor, operation, event } = part as {
      vendor?: string
      operation?: string | string[]
      event?: string | string[]
    }
    if (operation !== undefined) this.operations(vendor, operation, [...path, 'operation'])
    if (event !== undefined) this.events(vendor, [event].flat(), [...path, 'event'])
  }

  private operations(vendor: string | undefined, wanted: string | readonly string[], path: Path): void {
    const runtimes = this.runtimes(vendor)
    const list = typeof wanted === 'string' ? [wanted] : wanted
    list.forEach((key, i) => {
      const place = typeof wanted === 'string' ? path : [...path, i]
      const keys = runtimes.flatMap(({ description }) => description.operations.map((operation) => operation.key))
      const found = key.includes('*')
        ? keys.some(nameMatcher(key))
        : runtimes.some(({ description }) => description.operation(key))
      if (found) return
      const meant = nearest(key, keys)
      const said = meant ? `did you mean '${meant}'?` : 'see `standin coverage --list`'
      this.problems.add(place, `${names(runtimes)} has no operation '${key}'; ${said}`)
    })
  }

  private events(vendor: string | undefined, wanted: readonly string[], path: Path): void {
    const runtimes = this.runtimes(vendor)
    const known = runtimes.flatMap(({ description }) => Object.keys(description.events))
    // A vendor whose description lists no events is not held to a list.
    if (runtimes.some(({ description }) => Object.keys(description.events).length === 0)) return
    for (const type of wanted) {
      if (known.some(nameMatcher(type))) continue
      const meant = nearest(type, known)
      this.problems.add(path, `${names(runtimes)} has no event '${type}'${meant ? `; did you mean '${meant}'?` : ''}`)
    }
  }

  private request({ vendor, send }: { vendor?: string | undefined; send: string }, path: Path): void {
    const [runtime] = this.runtimes(vendor)
    const [method = '', target = ''] = send.split(' ')
    const template = (target.split('?')[0] ?? '').replaceAll(REFERENCE, 'x')
    if (!runtime) return
    if (!runtime.definition.credentials.owner) {
      this.problems.add(
        path,
        `requests to ${runtime.name} cannot be made by a scenario: it has no \`owner\` to make them`,
      )
    } else if (!runtime.description.find(method, template)) {
      const meant = nearest(
        send,
        runtime.description.operations.map(({ key }) => key),
      )
      this.problems.add(
        [...path, 'send'],
        `${runtime.name} has no '${send}'${meant ? `; did you mean '${meant}'?` : ''}`,
      )
    }
  }

  private state({ vendor, name }: StateStep, path: Path): void {
    const [runtime] = this.runtimes(vendor)
    const known = runtime ? stateNames(runtime) : []
    if (!runtime || known.some((each) => matchState(each, name, {}))) return
    const meant = nearest(name, known)
    const said = meant ? `did you mean '${meant}'?` : `it has: ${known.join('; ')}`
    this.problems.add([...path, 'name'], `${runtime.name} has no state '${name}'; ${said}`)
  }

  private roll(roll: { vendor?: string | undefined; credential?: string | undefined }, path: Path): void {
    const [runtime] = this.runtimes(roll.vendor)
    if (!runtime) return
    const { credentials, events } = runtime.definition
    if (roll.credential === undefined) {
      if (!events?.roll) this.problems.add(path, `webhook secrets of ${runtime.name} cannot be rolled`)
      return
    }
    const known = credentials.rolls?.(this.sandbox.defaultWorld.view(runtime, '')) ?? []
    if (known.includes(roll.credential)) return
    const others = known.length > 0 ? `those of ${runtime.name} are: ${known.join(', ')}` : `${runtime.name} has none`
    this.problems.add([...path, 'credential'], `'${roll.credential}' cannot be rolled; ${others}`)
  }

  private runtimes(vendor: string | undefined): VendorRuntime[] {
    const wanted = vendor === undefined ? this.vendors : [vendor]
    return wanted.flatMap((name) => this.sandbox.runtime(name) ?? [])
  }
}

function names(runtimes: readonly VendorRuntime[]): string {
  return runtimes.map(({ name }) => name).join(' or ')
}
