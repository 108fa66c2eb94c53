import { VendorError } from '../../src/engine/kit.js'
import { glossary, type ProblemName } from './glossary.js'

export interface FieldError {
  /** Dotted path: `merge_fields.FNAME`; empty for the body itself. */
  readonly field: string
  readonly message: string
}

interface ProblemOptions {
  readonly detail?: string
  readonly title?: string
  readonly errors?: readonly FieldError[]
  readonly headers?: Record<string, string>
}

/** A problem of Marketing's, by its name in the glossary (`MemberExists`), which is its code here too. */
export function problem(name: ProblemName, options: ProblemOptions = {}): VendorError {
  const entry = glossary[name]
  const { detail = entry.detail, title = entry.title, errors, headers } = options
  return new VendorError({
    status: entry.status,
    code: name,
    message: detail,
    fields: { title, untyped: entry.untyped ?? false, ...(errors && { errors }) },
    ...(headers && { headers }),
  })
}

/** 400 Invalid Resource: with field errors, or with a sentence of its own. */
export function invalidResource(detailOrErrors: string | readonly FieldError[]): VendorError {
  return typeof detailOrErrors === 'string'
    ? problem('InvalidResource', { detail: detailOrErrors })
    : problem('InvalidResource', { errors: detailOrErrors })
}

/** 501 for what is not simulated: never taken for an answer of Mailchimp's. */
export function notModelled(what: string): VendorError {
  return problem('NotSimulated', { detail: `Standin does not simulate ${what} yet. See docs/coverage.md.` })
}
