import { type PactFile, READS } from '../pact/pact-file.js'

/** The fields that contracts already say are read, by the descriptions of their interactions: to record them again alike. */
export function knownReads(pacts: readonly PactFile[]): Record<string, readonly string[]> {
  const fields: Record<string, readonly string[]> = {}
  for (const { interactions } of pacts) {
    for (const { description, comments } of interactions) {
      const reads = comments?.standin?.reads
      if (reads?.fields && reads.known !== READS.recorded) fields[description] = reads.fields
    }
  }
  return fields
}
