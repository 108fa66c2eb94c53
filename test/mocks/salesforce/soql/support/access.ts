import type { ReadAccess } from '../../../../../mocks/salesforce/soql/environment.js'

const all = { readsObject: () => true, readsField: () => true }

export const seesEverything: ReadAccess = { ...all, quiet: all }
