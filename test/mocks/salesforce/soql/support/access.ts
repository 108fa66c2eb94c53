import type { ReadAccess } from '../../../../../mocks/salesforce/soql/environment.js'

export const seesEverything: ReadAccess = { readsObject: () => true, readsField: () => true }
