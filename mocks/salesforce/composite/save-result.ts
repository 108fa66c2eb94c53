import { VendorError } from '../../../src/engine/kit.js'
import { faultsOf } from '../errors.js'
import type { SalesforceWorld } from '../world.js'

/** What became of one record of a collection. Errors say `statusCode` here where a single record's say `errorCode`. */
export type SaveResult = {
  readonly id?: string
  readonly success: boolean
  readonly errors: SaveError[]
  readonly created?: boolean
}

type SaveError = {
  readonly statusCode: string
  readonly message: string
  readonly fields: string[]
}

const ROLLED_BACK: SaveError = {
  statusCode: 'ALL_OR_NONE_OPERATION_ROLLED_BACK',
  message: 'Record rolled back because not all records were valid and the request was using AllOrNone header',
  fields: [],
}

class Undo extends Error {}

/**
 * Saves each of some records by itself, in order. With `allOrNone` one that fails undoes all, and those that would have been
 * saved say so.
 */
export function saveEach<T>(
  world: SalesforceWorld,
  records: readonly T[],
  {
    allOrNone,
    save,
  }: { readonly allOrNone: boolean; readonly save: (record: T) => Omit<SaveResult, 'success' | 'errors'> },
): SaveResult[] {
  const results: SaveResult[] = []
  const run = () => {
    for (const record of records) results.push(saveOne(world, () => save(record)))
    if (allOrNone && results.some(({ success }) => !success)) throw new Undo()
  }
  try {
    world.port.savepoint(run)
    return results
  } catch (error) {
    if (!(error instanceof Undo)) throw error
    return results.map((result) => (result.success ? { success: false, errors: [ROLLED_BACK] } : result))
  }
}

function saveOne(world: SalesforceWorld, save: () => Omit<SaveResult, 'success' | 'errors'>): SaveResult {
  try {
    return { ...world.port.savepoint(save), success: true, errors: [] }
  } catch (error) {
    if (!(error instanceof VendorError)) throw error
    return { success: false, errors: errorsOf(error) }
  }
}

export function errorsOf(error: VendorError): SaveError[] {
  return faultsOf(error).map(({ code, message, fields }) => ({
    statusCode: code,
    message,
    fields: [...(fields ?? [])],
  }))
}
