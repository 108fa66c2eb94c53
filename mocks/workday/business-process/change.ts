import type { Day } from '../history/dates.js'
import type { Contact, Personal, PersonName } from '../rows/person.js'
import type { Assignments, Compensation, Job } from '../rows/worker.js'

/** What an event does once it is completed. Plain data, so that it can wait for its approval. */
export type Change = Hire | ChangeJob | ChangeAssignments | ChangeContact | Terminate | ChangeTitle | RequestTimeOff

export interface Hire {
  readonly kind: 'hire'
  readonly hireDate: Day
  readonly reason?: string
  readonly job: Job
  readonly assignments: Assignments
  readonly compensation?: Compensation
  readonly contractEnd?: Day
  readonly rehire: boolean
}

export interface ChangeJob {
  readonly kind: 'change-job'
  readonly position: string
  readonly job: Partial<Job>
  readonly reason?: string
  /** The position that is left is closed. */
  readonly closesPosition?: boolean
  /** Organizations that the worker leads go with them, to below the new one. */
  readonly movesTeam?: boolean
  /** New end of a contingent worker's contract. */
  readonly contractEnd?: Day
  /** Transaction types that it counts as beside Change Job: Promotion, Transfer. */
  readonly types: readonly string[]
}

export interface ChangeAssignments {
  readonly kind: 'change-assignments'
  readonly assignments: Assignments
}

export interface ChangeContact {
  readonly kind: 'change-contact'
  readonly usage: 'WORK' | 'HOME'
  readonly contact: Contact
}

export interface ChangeTitle {
  readonly kind: 'change-title'
  readonly position: string
  readonly businessTitle: string
}

/** Days off, which stand in rows of their own under the event's WID: they count for as long as it is not denied. */
export interface RequestTimeOff {
  readonly kind: 'request-time-off'
}

export interface Terminate {
  readonly kind: 'terminate'
  readonly contingent: boolean
  readonly terminationDate: Day
  readonly lastDayOfWork: Day
  readonly reason?: string
}

/** What is known of a person who is hired and was not here before. */
export interface NewPerson {
  readonly legalName: PersonName
  readonly preferredName?: PersonName
  readonly personal?: Personal
  readonly work?: Contact
  readonly home?: Contact
}
