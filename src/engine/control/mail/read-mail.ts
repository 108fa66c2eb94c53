import { SandboxError } from '../../errors.js'
import type { Mail, MailFilter, MailHead } from '../../mail/mail.js'
import type { World } from '../../world/world.js'

export interface MailOfVendor extends MailHead {
  readonly vendor: string
}

/** Of all vendors that send mail, newest first. */
export function mailOf(
  world: World,
  { vendor, ...filter }: MailFilter & { vendor?: string | undefined },
): MailOfVendor[] {
  const all = world.sandbox.vendors
    .filter(({ name, definition }) => definition.mail && (vendor === undefined || name === vendor))
    .flatMap((runtime) => {
      const heads = runtime.definition.mail?.list(world.view(runtime, ''), filter) ?? []
      return heads.map((head) => ({ vendor: runtime.name, ...head }))
    })
  return all.sort((a, b) => b.at - a.at).slice(0, filter.limit)
}

/** @throws SANDBOX_NOT_FOUND */
export function mailNamed(world: World, vendor: string, id: string): Mail {
  const runtime = world.sandbox.runtime(vendor)
  const mail = runtime?.definition.mail?.find(world.view(runtime, ''), id)
  if (mail) return mail
  const remedy = 'GET the mail of the world without an id: it lists what there is.'
  throw new SandboxError('SANDBOX_NOT_FOUND', `${vendor} sent no mail with the id '${id}'.`, remedy)
}
