import { join } from 'node:path'
import { readCatalogue } from '../../../contracts/salesforce/catalogue/index.js'
import type { CatalogueFile, RawField } from '../../../contracts/salesforce/catalogue/model.js'
import { checkout } from '../stripe/description.js'

const folder = (name: string) => join(checkout, 'node_modules', name)

/** The catalogue, read from the packages as generation does; `mended` false: by the rules alone. */
export function salesforceCatalogue(mended = true): CatalogueFile {
  return readCatalogue({ openApi: folder('@opensdks/sdk-salesforce'), jsforce: folder('jsforce') }, mended)
}

/** Fields by `Object.Field`. */
export function fieldsOf({ objects }: CatalogueFile): Map<string, RawField> {
  return new Map(
    objects.flatMap(({ name, fields }) => fields.map((field) => [`${name}.${field.name}`, field] as const)),
  )
}
