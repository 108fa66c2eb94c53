import type { Row } from '../../../src/engine/kit.js'

export type OrganizationType =
  | 'SUPERVISORY'
  | 'COMPANY'
  | 'COST_CENTER'
  | 'REGION'
  | 'BUSINESS_UNIT'
  | 'PAY_GROUP'
  | 'LOCATION_HIERARCHY'
  | 'CUSTOM'

export interface OrganizationRow extends Row {
  readonly type: OrganizationType
  /** Organization_Reference_ID, and that of its own kind (Company_Reference_ID, ...). */
  readonly reference: string
  readonly name: string
  readonly code?: string
  /** WID of the one above. */
  readonly superior?: string
  /** WID of the worker who leads it. A manager is no member of the own organization. */
  readonly manager?: string
  readonly location?: string
  readonly inactive: boolean
}

export interface JobProfileRow extends Row {
  /** Job_Profile_ID. */
  readonly reference: string
  readonly name: string
  readonly family: string
  readonly managementLevel: string
  readonly exempt: boolean
  readonly summary: string
  readonly inactive: boolean
}

export interface JobFamilyRow extends Row {
  /** Job_Family_ID. */
  readonly reference: string
  readonly name: string
  readonly group: string
  readonly inactive: boolean
}

export interface JobFamilyGroupRow extends Row {
  /** Job_Family_ID of the group. */
  readonly reference: string
  readonly name: string
}

export interface LocationRow extends Row {
  /** Location_ID. */
  readonly reference: string
  readonly name: string
  readonly country: string
  readonly region?: string
  readonly city: string
  readonly addressLine1: string
  readonly postalCode?: string
  /** IANA. */
  readonly timeZone: string
  readonly inactive: boolean
}

export interface PositionRow extends Row {
  /** Position_ID. */
  readonly reference: string
  readonly title: string
  readonly organization: string
  readonly jobProfile?: string
  readonly closed: boolean
}
