import { failure, invalidFields } from '../error-table.js'
import { addressProblem } from '../mime/address.js'
import type { Template } from '../rows.js'
import type { Transactional } from '../transactional.js'
import { slugOf } from './use-template.js'

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

/** @throws Invalid_Template, ValidationError */
export function insertTemplate(tx: Transactional, body: TemplateInput): Template {
  const id = slugOf(body.name) || body.name
  if (body.name.trim() === '') throw invalidFields({ name: 'Please enter a value' })
  if (tx.templates.has(id)) throw failure('Invalid_Template', `A template with name "${body.name}" already exists`)
  const empty = { name: body.name, labels: [], code: null, text: null, subject: null, from: null, fromName: null }
  const created = { ...empty, id, published: null, createdAt: tx.now(), updatedAt: tx.now() }
  return tx.templates.put(edited(created, body, tx.now()))
}

const LONGEST_LABEL = 100

/** A template with what is said of it. @throws ValidationError */
export function edited(template: Template, body: TemplateInput, now: number): Template {
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

export function published(template: Template, now: number): Template {
  const { code, text, subject, from, fromName } = template
  return { ...template, published: { code, text, subject, from, fromName, at: now }, updatedAt: now }
}
