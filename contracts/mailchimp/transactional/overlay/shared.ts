import type { Schema } from '../../../document.js'
import { anyText, list, loose, object, text, whole } from '../../schemas.js'

const counts = {
  sent: whole,
  hard_bounces: whole,
  soft_bounces: whole,
  rejects: whole,
  complaints: whole,
  unsubs: whole,
  opens: whole,
  unique_opens: whole,
  clicks: whole,
  unique_clicks: whole,
}

export const statistics: Readonly<Record<string, Schema>> = counts

/** Counts of an hour. */
export const hour: Schema = object({ time: text, ...counts })

export const statsWindow: Schema = object(counts)

const windows = {
  today: statsWindow,
  last_7_days: statsWindow,
  last_30_days: statsWindow,
  last_60_days: statsWindow,
  last_90_days: statsWindow,
}

export const periods: Schema = object(windows)
export const periodsOfAccount: Schema = object({ ...windows, all_time: statsWindow })

const senderFields = { address: text, created_at: text, ...counts }
export const sender: Schema = object(senderFields)
export const senderWithStats: Schema = object({ ...senderFields, stats: periods })

/** A variable of a merge language; in Handlebars its content may be anything. */
export const mergeVars: Schema = { ...list(loose({ name: anyText, content: {} })), type: ['array', 'null'] }
