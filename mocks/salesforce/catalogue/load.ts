import type { Catalogue, SObject } from './catalogue.js'
import { childRelationships, pointersTo } from './children.js'
import { withCustom } from './custom.js'
import { CatalogueObject } from './sobject.js'
import { type StoredObject, standardObjects } from './stored.js'

const memo = new WeakMap<object, Catalogue>()
const STANDARD = {}

/** The catalogue of an org: the standard objects, and those of `settings.salesforce.objects`. Made once for the same settings. */
export function catalogueOf(custom: unknown): Catalogue {
  const key = typeof custom === 'object' && custom !== null ? custom : STANDARD
  let catalogue = memo.get(key)
  if (!catalogue) {
    catalogue = makeCatalogue(withCustom(standardObjects(), custom))
    memo.set(key, catalogue)
  }
  return catalogue
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
