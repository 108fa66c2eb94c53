import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, relative, resolve } from 'node:path'
import { vendorOf } from '../../../contracts/pact/pact-file.js'
import { renderAnnotations } from '../../../contracts/verify/annotations.js'
import { Broker, type BrokerPact } from '../../../contracts/verify/broker.js'
import { renderJunit } from '../../../contracts/verify/junit.js'
import { loadPacts } from '../../../contracts/verify/load-pacts.js'
import type { Verification } from '../../../contracts/verify/verification.js'
import { type LoadedPact, verifyContracts } from '../../../contracts/verify/verify-contracts.js'
import { SandboxError } from '../../../engine/errors.js'
import type { Context } from '../../context.js'
import type { VerifyOptions } from '../../definitions/contracts-verify.js'
import type { Style } from '../../render/style.js'
import { renderTable } from '../../render/table.js'
import { EXIT, type Result } from '../../result.js'
import { launch, type Running } from '../../runtime/launch.js'
import { freePorts } from '../../runtime/ports.js'
import { resolveSettings } from '../../runtime/settings.js'
import { version } from '../../version.js'

/** Verifies contracts against stand-ins of their own; 1 where one is not kept. */
export async function verify(context: Context, options: VerifyOptions): Promise<Result> {
  const { terminal } = context
  const broker = brokerOf(context, options)
  const pacts = await chosen(context, options, broker)
  const vendors = [...new Set(pacts.map(({ pact }) => vendorOf(pact)))]
  const settings = await resolveSettings(context, {
    vendor: vendors,
    limits: false,
    ...(options.config !== undefined && { config: options.config }),
  })
  const running = await launch(context, settings, freePorts(settings.vendors))
  try {
    const verifications = await verifyContracts({
      pacts,
      controlUrl: running.controlUrl,
      token: running.token,
      addressOf: (vendor) => running.doors.get(vendor)?.url ?? '',
      allowGeneric: options.allowGeneric === true,
      env: terminal.env,
    })
    if (options.publish) await publish(broker, pacts, verifications, running, options)
    report(context, options, verifications)
    const failed = verifications.some(({ interactions }) => interactions.some(({ problems }) => problems.length > 0))
    return {
      exitCode: failed ? EXIT.failed : EXIT.ok,
      data: { ok: !failed, contracts: verifications },
      human: (style) => tables(style, verifications, terminal.cwd),
    }
  } finally {
    await running.close()
  }
}

function brokerOf({ terminal: { env } }: Context, options: VerifyOptions): Broker | undefined {
  const { brokerUrl: url, publish } = options
  if (url === undefined) {
    if (!publish) return undefined
    throw new SandboxError('SANDBOX_BAD_INPUT', '--publish has no broker to tell.', 'Give --broker-url too.')
  }
  return new Broker({
    url,
    token: options.brokerToken ?? env.PACT_BROKER_TOKEN,
    username: options.brokerUsername ?? env.PACT_BROKER_USERNAME,
    password: options.brokerPassword ?? env.PACT_BROKER_PASSWORD,
  })
}

async function chosen(context: Context, options: VerifyOptions, broker: Broker | undefined): Promise<LoadedPact[]> {
  const { terminal, catalog } = context
  const names = options.vendor ?? Object.keys(catalog)
  if (broker) {
    const found = await Promise.all(names.map((name) => broker.pacts(name, options.providerBranch)))
    return atLeastOne(found.flat(), names)
  }
  const all = loadPacts(resolve(terminal.cwd, options.pacts ?? 'pacts'))
  return atLeastOne(
    all.filter(({ pact }) => options.vendor === undefined || names.includes(vendorOf(pact))),
    names,
  )
}

function atLeastOne(pacts: LoadedPact[], names: readonly string[]): LoadedPact[] {
  if (pacts.length > 0) return pacts
  const message = `There is no contract with ${names.join(' or ')}.`
  throw new SandboxError('SANDBOX_NOT_FOUND', message, 'Record one with `standin contracts record`.')
}

async function publish(
  broker: Broker | undefined,
  pacts: readonly LoadedPact[],
  verifications: readonly Verification[],
  { sandbox }: Running,
  { providerVersion, providerBranch }: VerifyOptions,
): Promise<void> {
  for (const [i, pact] of pacts.entries()) {
    const verification = verifications[i]
    if (!broker || !verification) continue
    const described = sandbox.runtime(verification.vendor)?.description.version ?? '0'
    await broker.publish(pact as BrokerPact, verification, {
      version: providerVersion ?? described,
      branch: providerBranch,
      verifier: version(),
    })
  }
}

/** What is written beside what is printed: for CI. */
function report({ terminal, json }: Context, options: VerifyOptions, verifications: readonly Verification[]): void {
  const { cwd, env } = terminal
  if (options.junit !== undefined) {
    const path = resolve(cwd, options.junit)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, renderJunit(verifications))
  }
  if (json || !(options.annotations ?? env.GITHUB_ACTIONS === 'true')) return
  const root = env.GITHUB_WORKSPACE ?? cwd
  terminal.out.write(renderAnnotations(verifications, textOf, (from) => (isFile(from) ? relative(root, from) : from)))
}

function isFile(from: string): boolean {
  return !/^https?:/.test(from)
}

function textOf(from: string): string {
  return isFile(from) ? readFileSync(from, 'utf8') : ''
}

function tables(style: Style, verifications: readonly Verification[], cwd: string): string {
  return verifications.map((verification) => table(style, verification, cwd)).join('\n')
}

function table(style: Style, { consumer, vendor, from, interactions }: Verification, cwd: string): string {
  const failed = interactions.filter(({ problems }) => problems.length > 0)
  const rows = interactions.map(({ description, problems, fidelity }) => [
    problems.length === 0 ? style.green('kept') : style.red('broken'),
    description,
    fidelity ?? '',
    problems.map(({ field }) => field).join(', '),
  ])
  const head = `${style.bold(`${consumer} and ${vendor}`)} ${style.dim(isFile(from) ? relative(cwd, from) : from)}\n`
  const details = failed.map(({ description, problems }) => {
    const lines = problems.map(({ field, message }) => `  ${style.bold(field)}: ${message}\n`)
    return `${style.red('broken')} ${description}\n${lines.join('')}`
  })
  const sum = `${interactions.length - failed.length} of ${interactions.length} interactions are kept.\n`
  return `${head}${renderTable(style, ['', 'Interaction', 'Stands on', 'Fields'], rows)}${details.join('')}${sum}`
}
