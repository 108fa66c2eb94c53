import { behaviour } from '../../api.js'
import { fillRegions } from '../html/editable-regions.js'
import { renderMailchimpTags } from '../merge/mailchimp-tags.js'
import { mergeValues } from '../merge/values.js'
import type { Template } from '../rows.js'
import { hoursOf, messagesWith } from '../tags/counts.js'
import { stamp, stampOrNull, transactionalOf } from '../transactional.js'
import { edited, insertTemplate, published } from './save-template.js'
import { templateNamed } from './use-template.js'

/**
 * Adds a template, and publishes it unless that is not wanted.
 * @throws Invalid_Template where the name is taken, ValidationError
 * @source https://mailchimp.com/developer/transactional/api/templates/add-template/ (read 2026-11)
 */
export const addTemplate = behaviour('POST /api/1.0/templates/add', ({ body }, world) =>
  renderTemplate(insertTemplate(transactionalOf(world), body)),
)

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
