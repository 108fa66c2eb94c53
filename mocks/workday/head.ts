import type { VendorHead } from '../../src/engine/kit.js'
import { settings } from './settings.js'

/** What is known of Workday before its parts are read. */
export const head: VendorHead = {
  name: 'workday',
  label: 'Workday',
  port: 4013,
  hosts: ['*.workday.com', '*.myworkday.com', '*.workdaysuv.com'],
  usage: ({ origin }) =>
    `curl -H "Authorization: Bearer $WORKDAY_ACCESS_TOKEN" ${origin}/ccx/api/staffing/v6/$WORKDAY_TENANT/workers`,
  settings,
}
