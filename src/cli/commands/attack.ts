import { writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { SandboxError } from '../../engine/errors.js'
import { attack } from '../attack/attack.js'
import type { Finding } from '../attack/checks.js'
import { Range } from '../attack/range.js'
import { junit, sarif } from '../attack/report.js'
import type { Context } from '../context.js'
import type { AttackOptions } from '../definitions/attack.js'
import type { Style } from '../render/style.js'
import { EXIT, type Result } from '../result.js'
import { type ControlClient, connect } from '../runtime/control-client.js'
import { worldPath } from '../runtime/paths.js'
import { version } from '../version.js'

interface Endpoint {
  readonly vendor: string
  readonly id: string
  readonly url: string
}

/** Exit code 1 where the endpoint did what it should not. */
export async function attackEndpoint(context: Context, options: AttackOptions): Promise<Result> {
  const client = connect(context.terminal, options)
  const endpoint = await endpointOf(client, options)
  if (options.cause === undefined && options.event === undefined) {
    const remedy = 'Give --cause, a command that makes it happen, or --event, its type.'
    throw new SandboxError('SANDBOX_BAD_INPUT', 'There is nothing to tell the endpoint of.', remedy)
  }
  const byHand = worldPath(options.world, 'webhooks', endpoint.id, 'by-hand')
  const { forgeries } = await client.post<{ forgeries: string[] }>(byHand, { on: true })
  const { cwd, env } = context.terminal
  const { world, event, cause, probe, restart, only, settle = 300 } = options
  const range = new Range({
    client,
    world,
    vendor: endpoint.vendor,
    endpoint: endpoint.id,
    event,
    cause,
    probe,
    restart,
    settle,
    cwd,
    env,
  })
  const told = (finding: Finding) => {
    if (!context.json) context.emit(finding, (style) => line(style, finding))
  }
  const findings = await attack(range, forgeries, only, told).finally(() => client.post(byHand, { on: false }))
  await writeReports(context, options, findings)
  const failed = findings.filter(({ verdict }) => verdict === 'failed').length
  return {
    exitCode: failed > 0 ? EXIT.failed : EXIT.ok,
    data: { url: endpoint.url, endpoint: endpoint.id, vendor: endpoint.vendor, findings },
    human: (style) => summary(style, findings, failed),
  }
}

async function endpointOf(client: ControlClient, { world, url, vendor }: AttackOptions): Promise<Endpoint> {
  const { endpoints } = await client.get<{ endpoints: Endpoint[] }>(worldPath(world, 'webhooks'))
  const own = endpoints.filter((each) => vendor === undefined || each.vendor === vendor)
  const found = own.filter((each) => each.url === url)
  const [only, ...others] = found
  if (only && others.length === 0) return only
  if (only) {
    const remedy = 'Name one with --vendor, or delete the others: standin webhooks list'
    throw new SandboxError('SANDBOX_CONFLICT', `${found.length} endpoints have the URL ${url}.`, remedy)
  }
  const remedy = `Subscribe it, so that it has a secret: standin start --forward ${vendor ?? 'vendor'}=${url}. There are: ${own.map((each) => each.url).join(', ') || 'none'}.`
  throw new SandboxError('SANDBOX_NOT_FOUND', `No endpoint has the URL ${url}.`, remedy)
}

async function writeReports(context: Context, options: AttackOptions, findings: readonly Finding[]): Promise<void> {
  const { cwd } = context.terminal
  if (options.junit) await writeFile(resolve(cwd, options.junit), junit(findings, options.url))
  if (options.sarif) {
    const report = JSON.stringify(sarif(findings, options.url, version()), null, 2)
    await writeFile(resolve(cwd, options.sarif), `${report}\n`)
  }
}

function line(style: Style, { id, rule, verdict, said }: Finding): string {
  const paint = verdict === 'passed' ? style.green : verdict === 'failed' ? style.red : style.dim
  return `${paint(verdict.padEnd(10))}  ${style.bold(id.padEnd(20))}  ${rule}${said ? ` ${paint(`${said}.`)}` : ''}\n`
}

function summary(style: Style, findings: readonly Finding[], failed: number): string {
  const skipped = findings.filter(({ verdict }) => verdict === 'not judged').length
  const text = `${findings.length - failed - skipped} passed, ${failed} failed, ${skipped} not judged`
  return `\n${failed > 0 ? style.red(text) : style.green(text)}\n`
}
