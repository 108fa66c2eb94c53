import { StaffingError } from '../staffing/complaint.js'
import { elementsOf, textOf } from './elements.js'
import { validationFault } from './faults.js'
import type { ReadElements } from './read.js'

/** Business_Process_Parameters. Without any, an event is initiated and waits for approval. @source facts B4 (read 2026-11-23) */
export function processParameters(request: ReadElements): {
  readonly autoComplete: boolean
  readonly comment?: string
} {
  const parameters = elementsOf(request.Business_Process_Parameters)
  const comment = textOf(elementsOf(parameters.Comment_Data).Comment)
  return { autoComplete: parameters.Auto_Complete === true, ...(comment !== undefined && { comment }) }
}

/** Runs what may be complained of, and tells a complaint as a fault. */
export function asFault<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw error instanceof StaffingError ? validationFault(error.complaint.soap) : error
  }
}
