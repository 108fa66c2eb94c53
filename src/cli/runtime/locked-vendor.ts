import { descriptionInUse } from '../../contracts/descriptions/in-use.js'
import { findLock } from '../../contracts/descriptions/lock.js'
import type { AnyVendor, LazyVendor } from '../../engine/vendor.js'

/** A vendor that follows the description which standin.lock has in the place of its own. */
export function lockedVendor(vendor: AnyVendor, cwd: string): AnyVendor {
  if (findLock(cwd)?.lock.descriptions[vendor.name] === undefined) return vendor
  const { name, label, port, hosts, usage, settings } = vendor
  const load: LazyVendor['load'] = async () => {
    const definition = 'load' in vendor ? await vendor.load() : vendor
    const description = await descriptionInUse(name, cwd)
    // Behaviours are written for the description that the package carries: another version need not have them all.
    const absent = definition.behaviours.map(({ key }) => key)
    return { ...definition, absent, loadDescription: () => description }
  }
  return { name, label, port, hosts, ...(usage && { usage }), ...(settings && { settings }), load }
}
