import type { VendorDefinition } from '../../../src/engine/kit.js'
import type { WorkdayWorld } from '../world.js'

/** Passwords, pay and national ids, on every face. Reports and queries that show pay are not logged at all. */
export const redaction: NonNullable<VendorDefinition<WorkdayWorld>['redaction']> = {
  fields: [
    'Password',
    'Notification_Password',
    'assertion',
    'code_verifier',
    'Amount',
    'Total_Base_Pay',
    'Total_Salary_and_Allowances',
    'Primary_Compensation_Basis',
    'Contract_Pay_Rate',
    'contractPayRate',
    'Identifier_ID',
    'nationalId',
    'Birth_Date',
    'dateOfBirth',
  ],
  // The element is called ID, as a hundred others are: what stands before it tells. In pieces, so that no end of it is kept.
  values: [/(?<=<(?:\w+:)?National_ID_Data>\s*<(?:\w+:)?ID>[^<]{0,60})[^<]{1,8}/],
}
