import { behaviour } from '../../api.js'
import { failure, invalidFields } from '../error-table.js'
import { fillRegions } from '../html/editable-regions.js'
import { renderMailchimpTags } from '../merge/mailchimp-tags.js'
import { mergeValues } from '../merge/values.js'
import { addressProblem } from '../mime/address.js'
import type { Template } from '../rows.js'
import { hoursOf, messagesWith } from '../tags/counts.js'
import { stamp, stampOrNull, transactionalOf } from '../transactional.js'
import { slugOf, templateNamed } from './use-template.js'

interface TemplateInput {
  readonly name: string
  readonly from_email?: string | null
  readonly from_name?: string | null
  readonly subject?: string | null
  readonly code?: string | null
  readonly text?: string | null
  readonly publish?: boolean | null
  readonly labels?: readonly string[] | null
}

/**
 * Adds a template, and publishes it unless that is not wanted.
 * @throws Invalid_Template where the name is taken, ValidationError
 * @source https://mailchimp.com/developer/transactional/api/templates/add-template/ (read 2026-11)
 */
export const addTemplate = behaviour('POST /api/1.0/templates/add', ({ body }, world) => {
  const tx = transactionalOf(world)
  const id = slugOf(body.name) || body.name
  if (body.name.trim() === '') throw invalidFields({ name: 'Please enter a value' })
  if (tx.templates.has(id)) throw failure('Invalid_Template', `A template with name "${body.name}" already exists`)
  const empty = { name: body.name, labels: [], code: null, text: null, subject: null, from: null, fromName: null }
  const created = { ...empty, id, published: null, createdAt: tx.now(), updatedAt: tx.now() }
  return renderTemplate(tx.templates.put(edited(created, body, tx.now())))
})

/** Changes what is given; the rest stays. @throws Unknown_Template, ValidationError  @source https://mailchimp.com/developer/transactional/api/templates/update-template/ (read 2026-11) */
export const updateTemplate = behaviour('POST /api/1.0/templates/update', ({ body }, world) => {
  const tx = transactionalOf(world)
  return renderTemplate(tx.templates.put(edited(templateNamed(tx, body.name), body, tx.now())))
})

/** @throws Unknown_Template  @source https://mailchimp.com/developer/transactional/api/templates/get-template-info/ (read 2026-11) */
export const templateInfo = behaviour('POST /api/1.0/templates/info', ({ body }, world) =>
  renderTemplate(templateNamed(transactionalOf(world), body.name)),
)

/** What is sent from now on is the draft as it is. @throws Unknown_Template  @source https://mailchimp.com/developer/transactional/api/templates/publish-template-content/ (read 2026-11) */
export const publishTemplate = behaviour('POST /api/1.0/templates/publish', ({ body }, world) => {
  const tx = transactionalOf(world)
  return renderTemplate(tx.templates.put(published(templateNamed(tx, body.name), tx.now())))
})

/** @throws Unknown_Template  @source https://mailchimp.com/developer/transactional/api/templates/delete-template/ (read 2026-11) */
export const deleteTemplate = behaviour('POST /api/1.0/templates/delete', ({ body }, world) => {
  const tx = transactionalOf(world)
  const template = templateNamed(tx, body.name)
  tx.templates.delete(template.id)
  return renderTemplate(template)
})

/** @source https://mailchimp.com/developer/transactional/api/templates/list-templates/ (read 2026-11) */
export const listTemplates = behaviour('POST /api/1.0/templates/list', ({ body }, world) =>
  transactionalOf(world)
    .templates.all()
    .filter(({ labels }) => !body.label || labels.includes(body.label))
    .map(renderTemplate),
)

/** @throws Unknown_Template  @source https://mailchimp.com/developer/transactional/api/templates/get-template-history/ (read 2026-11) */
export const templateTimeSeries = behaviour('POST /api/1.0/templates/time-series', ({ body }, world) => {
  const tx = transactionalOf(world)
  const { id } = templateNamed(tx, body.name)
  return hoursOf(
    tx,
    messagesWith(tx, ({ template }) => template === id),
  )
})

/**
 * A template with its regions filled, and its variables where some are given. What is drawn is that which is published.
 * @throws Unknown_Template, ValidationError
 * @source https://mailchimp.com/developer/transactional/api/templates/render-html-template/ (read 2026-11)
 */
export const renderTemplateHtml = behaviour('POST /api/1.0/templates/render', ({ body }, world) => {
  const tx = transactionalOf(world)
  const template = templateNamed(tx, body.template_name)
  const { code, subject } = template.published ?? template
  const html = fillRegions(code ?? '', body.template_content ?? [])
  const vars = body.merge_vars ?? []
  if (vars.length === 0) return { html }
  const around = { email: '', subject: subject ?? '', now: tx.now(), unsubscribe: (redirect: string) => redirect }
  return { html: renderMailchimpTags(html, mergeValues(vars), around) }
})

const LONGEST_LABEL = 100

function edited(template: Template, body: TemplateInput, now: number): Template {
  const problem = body.from_email ? addressProblem(body.from_email) : undefined
  if (problem) throw invalidFields({ from_email: problem })
  const long = body.labels?.some((label) => label.length > LONGEST_LABEL)
  if (long) throw invalidFields({ labels: `Please enter values of at most ${LONGEST_LABEL} characters` })
  const row: Template = {
    ...template,
    ...(body.labels && { labels: [...body.labels] }),
    ...(body.code !== undefined && { code: body.code }),
    ...(body.text !== undefined && { text: body.text }),
    ...(body.subject !== undefined && { subject: body.subject }),
    ...(body.from_email !== undefined && { from: body.from_email }),
    ...(body.from_name !== undefined && { fromName: body.from_name }),
    updatedAt: now,
  }
  return body.publish === false ? row : published(row, now)
}

function published(template: Template, now: number): Template {
  const { code, text, subject, from, fromName } = template
  return { ...template, published: { code, text, subject, from, fromName, at: now }, updatedAt: now }
}

function renderTemplate(template: Template) {
  const { published: live } = template
  return {
    slug: template.id,
    name: template.name,
    labels: [...template.labels],
    code: template.code,
    subject: template.subject,
    from_email: template.from,
    from_name: template.fromName,
    text: template.text,
    publish_name: template.name,
    publish_code: live?.code ?? null,
    publish_subject: live?.subject ?? null,
    publish_from_email: live?.from ?? null,
    publish_from_name: live?.fromName ?? null,
    publish_text: live?.text ?? null,
    published_at: stampOrNull(live?.at),
    created_at: stamp(template.createdAt),
    updated_at: stamp(template.updatedAt),
    draft_updated_at: stamp(template.updatedAt),
    is_broken_template: false,
  }
}
