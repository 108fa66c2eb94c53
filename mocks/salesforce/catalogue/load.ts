import type { Catalogue, SObject } from './catalogue.js'
import { childRelationships, pointersTo } from './children.js'
import { withCustom } from './custom.js'
import { withImported } from './import-describe.js'
import { CatalogueObject } from './sobject.js'
import { standardObjects } from './standard-objects.js'
import type { StoredObject } from './stored.js'

const memo = new WeakMap<object, WeakMap<object, Catalogue>>()
const NONE = {}

/**
 * The catalogue of an org: the standard objects, those of `settings.salesforce.importedObjects` in their place, and those of
 * `settings.salesforce.objects`. Made once for the same settings.
 */
export function catalogueOf(custom: unknown, imported?: unknown): Catalogue {
  const ofImported = memo.get(keyOf(imported)) ?? new WeakMap<object, Catalogue>()
  memo.set(keyOf(imported), ofImported)
  let catalogue = ofImported.get(keyOf(custom))
  if (!catalogue) {
    catalogue = makeCatalogue(withCustom(withImported(standardObjects(), imported), custom))
    ofImported.set(keyOf(custom), catalogue)
  }
  return catalogue
}

function keyOf(settings: unknown): object {
  return typeof settings === 'object' && settings !== null ? settings : NONE
}

function makeCatalogue(stored: readonly StoredObject[]): Catalogue {
  const byName = new Map<string, SObject>()
  const byPrefix = new Map<string, SObject>()
  let pointers: ReturnType<typeof pointersTo> | undefined
  const objects = stored.map((each) => {
    const object = new CatalogueObject(each, ({ name }) => {
      pointers ??= pointersTo(stored)
      return childRelationships(each, pointers.get(name) ?? [])
    })
    byName.set(each.name.toLowerCase(), object)
    if (each.prefix) byPrefix.set(each.prefix, object)
    return object
  })
  return {
    object: (name) => byName.get(name.toLowerCase()),
    objectOfId: (id) => byPrefix.get(id.slice(0, 3)),
    objects: () => objects,
  }
}
