import type { SObject } from '../../../../../mocks/salesforce/catalogue/catalogue.js'
import type { RecordRow } from '../../../../../mocks/salesforce/records/record.js'
import { Table } from '../../../../../src/engine/world/table.js'

/** A table with the indexes that an org's has. */
export function table(object: SObject, rows: readonly RecordRow[]): Table<RecordRow> {
  const made = new Table<RecordRow>(object.name, {}, () => {})
  for (const field of object.fields) {
    if (field.type === 'reference') made.index(field.name)
    else if (field.externalId || (field.idLookup && field.name !== 'Id'))
      made.index(`${field.name}~`, (row) => String(row[field.name] ?? '').toLowerCase())
  }
  for (const row of rows) made.insert(row)
  return made
}
