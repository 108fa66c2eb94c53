/** Where the service of absence management is. */
export const ABSENCE = '/ccx/api/absenceManagement/v1/{tenant}'
