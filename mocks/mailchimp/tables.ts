import { marketingTables } from './resources/tables.js'
import { transactionalTables } from './transactional/tables.js'

/** Indexes of the tables of both APIs. */
export const tables = { ...marketingTables, ...transactionalTables }
