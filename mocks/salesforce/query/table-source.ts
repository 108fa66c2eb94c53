import type { Table } from '../../../src/engine/kit.js'
import type { Field, SObject } from '../catalogue/catalogue.js'
import type { RecordRow } from '../records/record.js'
import type { RecordSource } from '../soql/environment.js'

/** Rows for queries out of an org's tables, by the indexes that each table has of its references and look-up fields. */
export function tableSource(records: (objectName: string) => Table<RecordRow>): RecordSource {
  return {
    all: (object) => records(object.name).all(),
    find: (object, id) => records(object.name).find(id),
    lookup: (object, field, value) => {
      const index = indexOf(object, field)
      if (index === undefined) return undefined
      return records(object.name).where(index, index === field.name ? value : value.toLowerCase())
    },
  }
}

/** Name of the index that a field is found by, as `SalesforceWorld.records` declares them. */
function indexOf(_object: SObject, field: Field): string | undefined {
  if (field.type === 'reference') return field.name
  return field.externalId || field.unique || (field.idLookup && field.name !== 'Id') ? `${field.name}~` : undefined
}
