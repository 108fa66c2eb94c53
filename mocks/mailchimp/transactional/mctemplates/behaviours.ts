import { behaviour } from '../../api.js'
import { failure } from '../error-table.js'
import { fillRegions } from '../html/editable-regions.js'
import { renderMailchimpTags } from '../merge/mailchimp-tags.js'
import { mergeValues } from '../merge/values.js'
import { compose } from '../messages/compose.js'
import { deliverAll, senderOf, timingOf } from '../messages/send.js'
import { hoursOf, messagesWith } from '../tags/counts.js'
import { transactionalOf } from '../transactional.js'
import { marketingDefaults, marketingTemplate, marketingTemplates } from './marketing-template.js'

/**
 * Sends a template of Marketing's. It has one version here, which is draft and published at once.
 * @throws Unknown_Message, Invalid_Version, and what messages/send throws  @emits as messages/send
 * @source version 1.4.0 of the vendor's description (read 2026-11-24)
 */
export const sendMcTemplate = behaviour('POST /api/1.0/messages/send-mc-template', ({ body, call }, world) => {
  const tx = transactionalOf(world)
  checkVersion(body.mc_template_version)
  const defaults = marketingDefaults(tx, body.mc_template_id)
  const timing = timingOf(tx, body)
  return deliverAll(tx, compose(tx, body.message, defaults, senderOf(call, body)), timing)
})

/** @throws Unknown_Message  @source version 1.4.0 of the vendor's description (read 2026-11-24) */
export const mcTemplateInfo = behaviour('POST /api/1.0/mctemplates/info', ({ body }, world) =>
  render(marketingTemplate(transactionalOf(world), body.mc_template_id)),
)

/** @source version 1.4.0 of the vendor's description (read 2026-11-24) */
export const listMcTemplates = behaviour('POST /api/1.0/mctemplates/list', ({ body }, world) => {
  const wanted = (body.search_query ?? '').toLowerCase()
  return marketingTemplates(transactionalOf(world))
    .filter((template) => template.name.toLowerCase().includes(wanted))
    .map(render)
})

/** @throws Unknown_Message, Invalid_Version  @source version 1.4.0 of the vendor's description (read 2026-11-24) */
export const renderMcTemplate = behaviour('POST /api/1.0/mctemplates/render', ({ body }, world) => {
  const tx = transactionalOf(world)
  checkVersion(body.mc_template_version)
  const html = fillRegions(marketingTemplate(tx, body.mc_template_id).html, [])
  const vars = body.merge_vars ?? []
  const around = { email: '', subject: '', now: tx.now(), unsubscribe: (redirect: string) => redirect }
  return { html: vars.length === 0 ? html : renderMailchimpTags(html, mergeValues(vars), around) }
})

/** @throws Unknown_Message  @source version 1.4.0 of the vendor's description (read 2026-11-24) */
export const mcTemplateTimeSeries = behaviour('POST /api/1.0/mctemplates/time-series', ({ body }, world) => {
  const tx = transactionalOf(world)
  const { name } = marketingTemplate(tx, body.mc_template_id)
  return hoursOf(
    tx,
    messagesWith(tx, ({ mcTemplate }) => mcTemplate === name),
  )
})

function checkVersion(version: string | null | undefined): void {
  if (version && version !== 'draft' && version !== 'published') {
    throw failure('Invalid_Version', 'mc_template_version must be either "draft" or "published"')
  }
}

function render(template: ReturnType<typeof marketingTemplate>) {
  const { html, name, created, edited } = template
  return {
    mc_template_id: template.templateId,
    mc_template_name: name,
    labels: [],
    code: html,
    subject: '',
    from_email: '',
    from_name: '',
    text: '',
    publish_code: html,
    publish_text: '',
    published_at: edited,
    created_at: created,
    updated_at: edited,
    draft_updated_at: edited,
    is_broken_template: false,
  }
}
