import { lockPath } from '../../contracts/descriptions/lock-path.js'
import type { AnyVendor, LazyVendor } from '../../engine/vendor.js'

/** A vendor that follows the description which standin.lock has in the place of its own. Without a lock nothing is loaded for it. */
export async function lockedVendor(vendor: AnyVendor, cwd: string): Promise<AnyVendor> {
  if (lockPath(cwd) === undefined) return vendor
  const [{ findLock }, { descriptionInUse }] = await Promise.all([
    import('../../contracts/descriptions/lock.js'),
    import('../../contracts/descriptions/in-use.js'),
  ])
  if (findLock(cwd)?.lock.descriptions[vendor.name] === undefined) return vendor
  const load: LazyVendor['load'] = async () => {
    const definition = 'load' in vendor ? await vendor.load() : vendor
    const description = await descriptionInUse(vendor.name, cwd)
    // Behaviours are written for the description that the package carries: another version need not have them all.
    const absent = definition.behaviours.map(({ key }) => key)
    return { ...definition, absent, loadDescription: () => description }
  }
  return { ...vendor, load }
}
