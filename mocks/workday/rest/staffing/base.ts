/** Where the staffing service is. */
export const STAFFING = '/ccx/api/staffing/v6/{tenant}'
