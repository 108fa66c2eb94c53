/**
 * Which domains show which part of a worker: one of them is enough. A part that none of the caller's groups is granted is left out of
 * the answer, with status 200 and without a word.
 * @source facts B3, the security notes of the vendor's WSDLs (read 2026-11-23)
 */
export const ELEMENT_DOMAINS = {
  employment: ['Worker Data: Current Staffing Information', 'Self-Service: Current Staffing Information'],
  compensation: ['Worker Data: Compensation by Organization'],
  contact: ['Worker Private Contact Information'],
  identification: ['Worker ID Information', 'Person Data: ID Information'],
  'gender-and-age': ['Gender/Age/Marital Status for Worker', 'Worker Data: Gender/Age/Marital Status'],
  citizenship: ['Military/Citizenship for Worker'],
} as const
