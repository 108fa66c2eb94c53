import { invalidResource } from '../errors.js'
import type { MailchimpWorld } from '../world.js'
import type { Content } from './campaign.js'

interface ContentInput {
  readonly html?: string | undefined
  readonly plain_text?: string | undefined
  readonly template?: { readonly id?: number | undefined; readonly sections?: object | undefined } | undefined
}

/**
 * What a campaign says, of HTML that is given or of a template with its sections filled in.
 * @throws InvalidResource (400) for a template that is not there
 */
export function contentOf(world: MailchimpWorld, input: ContentInput, before: Content): Content {
  const { html, plain_text: plain, template } = input
  const made = template ? fromTemplate(world, template) : (html ?? before.html)
  return { html: made, plain_text: plain ?? (html !== undefined || template ? toText(made) : before.plain_text) }
}

function fromTemplate(world: MailchimpWorld, template: NonNullable<ContentInput['template']>): string {
  const found = world.templates.find(String(template.id))
  if (!found) throw invalidResource([{ field: 'template.id', message: 'The template could not be found.' }])
  let { html } = found
  for (const [name, value] of Object.entries(template.sections ?? {})) html = fillSection(html, name, String(value))
  return html
}

/** Puts something into the element that is marked `mc:edit="name"`. */
function fillSection(html: string, name: string, value: string): string {
  const opening = new RegExp(`<([a-z][\\w-]*)\\b[^>]*\\bmc:edit="${name.replace(/\W/g, '\\$&')}"[^>]*>`, 'i').exec(html)
  if (!opening) return html
  const from = opening.index + opening[0].length
  const to = html.indexOf(`</${opening[1]}`, from)
  return to < 0 ? html : html.slice(0, from) + value + html.slice(to)
}

/** The names of a template's sections, with what stands in each. */
export function sectionsOf(html: string): Record<string, string> {
  const sections: Record<string, string> = {}
  for (const match of html.matchAll(/<([a-z][\w-]*)\b[^>]*\bmc:edit="([^"]+)"[^>]*>/gi)) {
    const from = match.index + match[0].length
    const to = html.indexOf(`</${match[1]}`, from)
    sections[match[2] ?? ''] = to < 0 ? '' : html.slice(from, to)
  }
  return sections
}

/** The text of HTML, with links written behind their words. */
function toText(html: string): string {
  return html
    .replace(/<(?:style|script|head)\b[\s\S]*?<\/(?:style|script|head)>/gi, '')
    .replace(/<a\b[^>]*\bhref="([^"]*)"[^>]*>([\s\S]*?)<\/a>/gi, '$2 ($1)')
    .replace(/<(?:br|\/p|\/div|\/tr|\/h\d)\b[^>]*>/gi, '\n')
    .replace(/<[^>]+>/g, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}
