import { behaviour } from '../api.js'

/** @source https://mailchimp.com/developer/marketing/api/ping/ (read 2026-11) */
export const ping = behaviour('GET /3.0/ping', () => ({ health_status: "Everything's Chimpy!" }))
