import { randomBytes } from 'node:crypto'
import { type ProbeRules, probedVendors, probeRulesOf } from '../../../../contracts/probe-rules.js'
import { findPacts } from '../../../contracts/descriptions/find-pacts.js'
import { descriptionInUse } from '../../../contracts/descriptions/in-use.js'
import type { NamedPact } from '../../../contracts/drift/drift.js'
import { vendorOf } from '../../../contracts/pact/pact-file.js'
import { guardProbe } from '../../../contracts/probe/guard.js'
import { countWrites, probe } from '../../../contracts/probe/probe.js'
import { casesOfProbe } from '../../../contracts/report/case.js'
import { SandboxError } from '../../../engine/errors.js'
import type { Context } from '../../context.js'
import type { ProbeOptions } from '../../definitions/contracts-probe.js'
import { renderProbe } from '../../render/probe.js'
import type { Result } from '../../result.js'
import { confirmed } from '../../runtime/confirmed.js'
import { reported } from '../../runtime/reported.js'

/** The contracts against the vendor's own test mode. @throws SANDBOX_FORBIDDEN for what is not test mode */
export async function probeContracts(context: Context, options: ProbeOptions): Promise<Result> {
  const { cwd, env } = context.terminal
  const { vendor, baseUrl, consumer } = options
  const rules = await rulesOf(vendor)
  const credential = env[rules.variable]
  if (!credential) {
    const message = `No credential is in ${rules.variable}.`
    throw new SandboxError(
      'SANDBOX_BAD_INPUT',
      message,
      `Put one of test mode there: ${rules.variable}=... standin ...`,
    )
  }
  const base = guardProbe(rules, baseUrl, credential)
  const pacts = ownPacts(findPacts(options.pacts, cwd), vendor, consumer)
  const description = await descriptionInUse(vendor, cwd)
  const writes = countWrites(pacts, rules)
  if (writes > 0 && !options.yes) {
    await confirmed(`${writes} requests write to ${base.origin}, with a test credential. Go on?`, '--yes')
  }
  const run = randomBytes(6).toString('hex')
  const report = await probe({ pacts, vendor, base, rules, credential, description, now: Date.now(), run })
  return reported(context, options, {
    cases: casesOfProbe(report),
    data: { probe: report },
    human: (style) => renderProbe(style, report),
  })
}

async function rulesOf(vendor: string): Promise<ProbeRules> {
  const rules = await probeRulesOf(vendor)
  if (rules) return rules
  const message = `How '${vendor}' tells test mode from live is not known here: it is not probed.`
  throw new SandboxError('SANDBOX_BAD_INPUT', message, `Probed are: ${probedVendors.join(', ')}.`)
}

function ownPacts(pacts: readonly NamedPact[], vendor: string, consumer: string | undefined): NamedPact[] {
  const own = pacts.filter(
    ({ pact }) => vendorOf(pact) === vendor && (consumer === undefined || pact.consumer.name === consumer),
  )
  if (own.length > 0) return own
  const whose = consumer === undefined ? '' : ` of '${consumer}'`
  throw new SandboxError('SANDBOX_NOT_FOUND', `There is no contract${whose} with '${vendor}'.`, 'See --pacts.')
}
