import type { VendorDefinition } from '../../../src/engine/kit.js'
import type { WorkdayWorld } from '../world.js'

/** Elements and fields that hold pay, in lower case; `amount` is also how a row of ours keeps it. */
const PAY = [
  'amount',
  'total_base_pay',
  'total_salary_and_allowances',
  'primary_compensation_basis',
  'contract_pay_rate',
  'contractpayrate',
]

/** National ids, as a criterion of Get_Workers, in a body and in a row of ours. */
const NATIONAL_IDS = ['identifier_id', 'nationalid']

/** Passwords, pay, national ids and birth dates, on every face. Reports and queries that show pay are not logged at all. */
export const redaction: NonNullable<VendorDefinition<WorkdayWorld>['redaction']> = {
  fields: [
    'password',
    'notification_password',
    'assertion',
    'code_verifier',
    'birth_date',
    'birthdate',
    'dateofbirth',
    ...PAY,
    ...NATIONAL_IDS,
  ],
  sensitive: {
    ...Object.fromEntries(PAY.map((name) => [name, 'pay'] as const)),
    ...Object.fromEntries(NATIONAL_IDS.map((name) => [name, 'national id'] as const)),
    birth_date: 'personal data',
    birthdate: 'personal data',
    dateofbirth: 'personal data',
  },
  values: [
    // Codes, access tokens and refresh tokens by their length: they are the ids of our rows, too.
    /\b[a-z0-9]{48}(?:[a-z0-9]{12}|[a-z0-9]{48})?\b/,
    // The element is called ID, as a hundred others are: what stands before it tells. In pieces, so that no end of it is kept.
    /(?<=<(?:\w+:)?National_ID_Data>\s*<(?:\w+:)?ID>[^<]{0,60})[^<]{1,8}/,
  ],
}
