import type { Schema } from '../../../document.js'
import { anyFlag, anyText, flag, list, loose, maybe, object, text, whole } from '../../schemas.js'
import { named, type Overlay } from './schema.js'
import { hour, mergeVars } from './shared.js'

const labels = maybe(list({ ...text, maxLength: 100 }))

const template = object({
  slug: text,
  name: text,
  labels: list(text),
  code: anyText,
  subject: anyText,
  from_email: anyText,
  from_name: anyText,
  text: anyText,
  publish_name: text,
  publish_code: anyText,
  publish_subject: anyText,
  publish_from_email: anyText,
  publish_from_name: anyText,
  publish_text: anyText,
  published_at: anyText,
  created_at: text,
  updated_at: text,
  draft_updated_at: text,
  is_broken_template: flag,
})

const mcTemplate = object({
  mc_template_id: whole,
  mc_template_name: text,
  labels: list(text),
  code: text,
  subject: text,
  from_email: text,
  from_name: text,
  text,
  publish_code: text,
  publish_text: text,
  published_at: text,
  created_at: text,
  updated_at: text,
  draft_updated_at: text,
  is_broken_template: flag,
})

const fields = {
  name: text,
  from_email: anyText,
  from_name: anyText,
  subject: anyText,
  code: anyText,
  text: anyText,
  publish: anyFlag,
  labels,
}

export const templateSchemas: Readonly<Record<string, Schema>> = {
  'tx.template': template,
  'tx.mcTemplate': mcTemplate,
}

const byName = { needs: ['name'], body: { name: text }, answer: named('tx.template') }
const byId = { needs: ['mc_template_id'], body: { mc_template_id: whole } }

export const templates: Overlay = {
  'templates/add': { needs: ['name'], body: fields, answer: named('tx.template') },
  'templates/update': { needs: ['name'], body: fields, answer: named('tx.template') },
  'templates/info': byName,
  'templates/publish': byName,
  'templates/delete': byName,
  'templates/list': { body: { label: anyText }, answer: list(named('tx.template')) },
  'templates/time-series': { needs: ['name'], body: { name: text }, answer: list(hour) },
  'templates/render': {
    needs: ['template_name', 'template_content'],
    body: {
      template_name: text,
      template_content: maybe(list(loose({ name: anyText, content: anyText }))),
      merge_vars: mergeVars,
    },
    answer: object({ html: text }),
  },
  'mctemplates/info': { ...byId, answer: named('tx.mcTemplate') },
  'mctemplates/list': { body: { search_query: anyText }, answer: list(named('tx.mcTemplate')) },
  'mctemplates/time-series': { ...byId, answer: list(hour) },
  'mctemplates/render': {
    needs: ['mc_template_id'],
    body: { mc_template_id: whole, mc_template_version: anyText, merge_vars: mergeVars },
    answer: object({ html: text }),
  },
}
