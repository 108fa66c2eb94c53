import type { Row } from '../../../src/engine/kit.js'
import type { Day } from '../history/dates.js'
import type { Fact } from '../history/fact.js'

export type WorkerKind = 'employee' | 'contingent'

/** Whether a worker works here. */
export interface Employment {
  readonly active: boolean
  readonly hireDate: Day
  readonly originalHireDate: Day
  readonly hireReason?: string
  /** First day on which the worker is gone. */
  readonly terminationDate?: Day
  readonly lastDayOfWork?: Day
  readonly terminationReason?: string
  /** Expected end of a contingent worker's contract. */
  readonly contractEnd?: Day
}

/** What a worker does, in one position. References are WIDs. */
export interface Job {
  readonly position: string
  readonly jobProfile: string
  readonly organization: string
  readonly location: string
  readonly businessTitle: string
  readonly timeType: 'Full_time' | 'Part_time'
  /** Hours a week. */
  readonly defaultHours: number
  readonly scheduledHours: number
  readonly employeeType: string
  /** Why it was last changed: Event_Classification_Subcategory_ID. */
  readonly reason?: string
}

/** The organizations that are not supervisory. WIDs. */
export interface Assignments {
  readonly company?: string
  readonly costCenter?: string
  readonly region?: string
  readonly businessUnit?: string
  readonly custom?: readonly string[]
}

export interface Compensation {
  /** A year's base pay, in the currency's major unit. */
  readonly amount: number
  readonly currency: string
  readonly frequency: 'Annual' | 'Monthly' | 'Hourly'
  readonly plan: string
  readonly reason?: string
}

/** A position that a worker holds or held. The first of a worker's is the primary one. */
export interface Held {
  readonly position: string
  readonly facts: readonly Fact<Job | undefined>[]
}

/** A worker: employment of one person. Somebody who was contingent and is now employed has two of them. */
export interface WorkerRow extends Row {
  readonly kind: WorkerKind
  /** Employee_ID or Contingent_Worker_ID. */
  readonly reference: string
  /** WID. */
  readonly person: string
  readonly userName: string
  readonly universalId: string
  readonly employment: readonly Fact<Employment>[]
  readonly jobs: readonly Held[]
  readonly assignments: readonly Fact<Assignments>[]
  readonly compensation: readonly Fact<Compensation>[]
}
