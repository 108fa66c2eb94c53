import type { Row } from '../../../src/engine/kit.js'

/** What was said in the sections of a change that is not submitted yet, as it was said. Under the id of its event. */
export interface StagedRow extends Row {
  readonly sections: Readonly<Record<string, Readonly<Record<string, unknown>>>>
}
