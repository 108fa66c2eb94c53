import type { Description } from '../../../contracts/document.js'
import { SandboxError } from '../../engine/errors.js'
import { descriptionInUse } from '../descriptions/in-use.js'
import { openDescription } from '../descriptions/open-description.js'
import { vendorOf } from '../pact/pact-file.js'
import { type DriftReport, drift, type NamedPact } from './drift.js'

export interface DriftAllOptions {
  readonly pacts: readonly NamedPact[]
  /** Only contracts with this vendor. */
  readonly vendor?: string
  /** Default: the description in use, by standin.lock or as the package carries it. */
  readonly against?: string
  readonly from?: string
  /** Where paths start from, and standin.lock is looked for. */
  readonly cwd: string
}

/**
 * Drift of every vendor that there are contracts with.
 * @throws SANDBOX_BAD_INPUT where one description is to be that of several vendors
 */
export async function driftAll({ pacts, vendor, against, from, cwd }: DriftAllOptions): Promise<DriftReport[]> {
  const named = [...new Set(pacts.map(({ pact }) => vendorOf(pact)))].sort()
  const vendors = vendor === undefined ? named : named.filter((each) => each === vendor)
  if (vendors.length === 0) {
    const message = `There is no contract with '${vendor}'.`
    throw new SandboxError('SANDBOX_NOT_FOUND', message, `There are contracts with ${named.join(', ')}.`)
  }
  if ((against !== undefined || from !== undefined) && vendors.length > 1) {
    const message = `A description is given, and there are contracts with ${vendors.join(', ')}.`
    throw new SandboxError('SANDBOX_BAD_INPUT', message, 'Say whose it is: --vendor.')
  }
  const reports: DriftReport[] = []
  for (const each of vendors) {
    const pinned = await descriptionInUse(each, cwd)
    const opened = new Map<string, Description>([['pinned', pinned]])
    const open = async (name: string): Promise<Description> => {
      const description = opened.get(name) ?? (await openDescription(each, name, cwd))
      opened.set(name, description)
      return description
    }
    const target = await open(against ?? 'pinned')
    const base = from === undefined ? undefined : await open(from)
    const moving = against !== undefined
    reports.push(await drift(each, { pacts, against: target, pinned, moving, ...(base && { from: base }) }))
  }
  return reports
}
