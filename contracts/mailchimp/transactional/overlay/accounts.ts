import type { Schema } from '../../../document.js'
import { anyText, list, maybe, object, oneOf, text, whole } from '../../schemas.js'
import { named, type Overlay } from './schema.js'
import { hour, periods, statistics, statsWindow } from './shared.js'

const subaccountFields = {
  id: text,
  name: text,
  custom_quota: maybe(whole),
  status: oneOf('active', 'paused'),
  reputation: whole,
  created_at: text,
  first_sent_at: anyText,
  sent_weekly: whole,
  sent_monthly: whole,
  sent_total: whole,
}

const subaccountInfo = object({
  ...subaccountFields,
  notes: anyText,
  sent_hourly: whole,
  hourly_quota: whole,
  last_30_days: statsWindow,
})

const tag = { tag: text, reputation: whole, ...statistics }
const metadata = object({ name: text, state: oneOf('active', 'delete', 'index', 'failed'), view_template: anyText })

export const accountSchemas: Readonly<Record<string, Schema>> = { 'tx.subaccount': object(subaccountFields) }

const edited = { id: text, name: anyText, notes: anyText, custom_quota: maybe(whole) }
const byId = { needs: ['id'], body: { id: text }, answer: named('tx.subaccount') }
const byTag = { needs: ['tag'], body: { tag: text } }

export const accounts: Overlay = {
  'subaccounts/list': { body: { q: anyText }, answer: list(named('tx.subaccount')) },
  'subaccounts/add': { needs: ['id'], body: edited, answer: named('tx.subaccount') },
  'subaccounts/update': { needs: ['id'], body: edited, answer: named('tx.subaccount') },
  'subaccounts/info': { ...byId, answer: subaccountInfo },
  'subaccounts/delete': byId,
  'subaccounts/pause': byId,
  'subaccounts/resume': byId,
  'tags/list': {
    answer: list(
      object({
        user_id: whole,
        ...tag,
        content_reviews: whole,
        content_rejections: whole,
        reject_resets: whole,
        confidence: whole,
      }),
    ),
  },
  'tags/delete': { ...byTag, answer: object(tag) },
  'tags/info': { ...byTag, answer: object({ ...tag, stats: periods }) },
  'tags/time-series': { ...byTag, answer: list(hour) },
  'tags/all-time-series': { answer: list(object({ tag: text, time: text, ...statistics })) },
  'metadata/list': { answer: list(metadata) },
  'metadata/add': {
    needs: ['name'],
    body: { name: { ...text, maxLength: 64 }, view_template: maybe({ ...text, maxLength: 1024 }) },
    answer: metadata,
  },
  'metadata/update': {
    needs: ['name', 'view_template'],
    body: { name: text, view_template: { ...text, maxLength: 1024 } },
    answer: metadata,
  },
  'metadata/delete': { needs: ['name'], body: { name: text }, answer: metadata },
}
