import { failure, invalidFields, unknownSubaccount } from '../error-table.js'
import type { MergeVar } from '../merge/values.js'
import { addressProblem } from '../mime/address.js'
import type { File, Mailing, Recipient } from '../rows.js'
import type { Transactional } from '../transactional.js'

/** A message as it is sent in, its types checked. */
export interface MessageInput {
  readonly html?: string | null
  readonly text?: string | null
  readonly subject?: string | null
  readonly from_email?: string | null
  readonly from_name?: string | null
  readonly to?:
    | readonly { readonly email: string; readonly name?: string | null; readonly type?: string | null }[]
    | null
  readonly headers?: Readonly<Record<string, unknown>> | null
  readonly important?: boolean | null
  readonly track_opens?: boolean | null
  readonly track_clicks?: boolean | null
  readonly auto_text?: boolean | null
  readonly auto_html?: boolean | null
  readonly url_strip_qs?: boolean | null
  readonly preserve_recipients?: boolean | null
  readonly bcc_address?: string | null
  readonly merge?: boolean | null
  readonly merge_language?: string | null
  readonly global_merge_vars?: readonly MergeVar[] | null
  readonly merge_vars?: readonly { readonly rcpt?: string; readonly vars?: readonly MergeVar[] | null }[] | null
  readonly tags?: readonly string[] | null
  readonly subaccount?: string | null
  readonly google_analytics_domains?: readonly string[] | null
  readonly google_analytics_campaign?: string | readonly string[] | null
  readonly metadata?: Readonly<Record<string, unknown>> | null
  readonly recipient_metadata?:
    | readonly { readonly rcpt?: string; readonly values?: Readonly<Record<string, unknown>> }[]
    | null
  readonly attachments?: readonly FileInput[] | null
  readonly images?: readonly FileInput[] | null
}

interface FileInput {
  readonly name?: string | null
  readonly type?: string | null
  readonly content?: string | null
}

/** What a template gives where the message says nothing. */
export interface Defaults {
  readonly html: string | null
  readonly text: string | null
  readonly subject: string | null
  readonly from: string | null
  readonly fromName: string | null
  readonly template: string | null
  readonly mcTemplate: string | null
}

export const NO_DEFAULTS: Defaults = {
  html: null,
  text: null,
  subject: null,
  from: null,
  fromName: null,
  template: null,
  mcTemplate: null,
}

export interface Sender {
  readonly key: string
  readonly test: boolean
  /** Where the client reached the API. */
  readonly origin: string
  readonly ipPool: string | null
}

const LONGEST_TAG = 50

/**
 * Makes one mailing of a message: what its recipients share.
 * @throws ValidationError for addresses and tags, Unknown_Subaccount, Invalid_Tag_Name
 */
export function compose(tx: Transactional, input: MessageInput, defaults: Defaults, sender: Sender): Mailing {
  const from = input.from_email || defaults.from || ''
  check(tx, input, from)
  const vars = input.merge_vars ?? []
  const globals = input.global_merge_vars ?? []
  return tx.mailings.insert({
    id: tx.newId(),
    ...sender,
    channel: 'email',
    from,
    fromName: input.from_name || defaults.fromName,
    subject: input.subject || defaults.subject || '',
    html: input.html || defaults.html,
    text: input.text || defaults.text,
    to: (input.to ?? []).map(recipient),
    headers: headersOf(input),
    attachments: filesOf(input.attachments, 'attachments'),
    images: filesOf(input.images, 'images'),
    tags: tagsOf(input.tags),
    metadata: input.metadata ?? {},
    recipientMetadata: byRecipient(input.recipient_metadata, ({ values }) => values ?? {}),
    subaccount: input.subaccount || null,
    template: defaults.template,
    mcTemplate: defaults.mcTemplate,
    merge: input.merge ?? (vars.length > 0 || globals.length > 0),
    language: input.merge_language === 'handlebars' ? 'handlebars' : 'mailchimp',
    globals,
    vars: byRecipient(vars, ({ vars: own }) => own ?? []),
    ...optionsOf(input, from),
  })
}

function check(tx: Transactional, { to, subaccount }: MessageInput, from: string): void {
  const problem = from === '' ? undefined : addressProblem(from)
  if (problem) throw invalidFields({ message: { from_email: problem } })
  if (to === null || to === undefined) throw invalidFields({ message: { to: 'Please enter an array' } })
  if (subaccount && !tx.subaccounts.has(subaccount)) throw unknownSubaccount(subaccount)
}

/** What the account's settings decide where a message says nothing. */
function optionsOf(input: MessageInput, from: string) {
  return {
    preserveRecipients: input.preserve_recipients ?? false,
    autoText: input.auto_text ?? true,
    autoHtml: input.auto_html ?? false,
    trackOpens: input.track_opens ?? true,
    trackClicks: input.track_clicks ?? true,
    stripQuery: input.url_strip_qs ?? false,
    analytics: analyticsOf(input, from),
    bcc: input.bcc_address || null,
  }
}

function recipient({ email, name, type }: { email: string; name?: string | null; type?: string | null }): Recipient {
  return { email: email.trim(), name: name || null, type: type === 'cc' || type === 'bcc' ? type : 'to' }
}

function headersOf({ headers, important }: MessageInput): Record<string, string> {
  const given = Object.entries(headers ?? {}).map(([name, value]) => [name, String(value ?? '')] as const)
  const marks = important ? { 'X-Priority': '1', 'X-MSMail-Priority': 'High', Importance: 'High' } : {}
  return Object.fromEntries([...given, ...Object.entries(marks)])
}

function filesOf(files: readonly FileInput[] | null | undefined, field: string): File[] {
  return (files ?? []).map(({ name, type, content }) => {
    if (!content || !/^[A-Za-z0-9+/\s]*={0,2}\s*$/.test(content)) {
      throw invalidFields({ message: { [field]: 'The content of each must be encoded in Base64' } })
    }
    return { name: name ?? '', type: type ?? 'application/octet-stream', content }
  })
}

/** @source the vendor's description: tags of 50 characters at most, none that begins with an underscore; @unverified what is said of one */
function tagsOf(tags: readonly string[] | null | undefined): string[] {
  for (const tag of tags ?? []) {
    if (tag.startsWith('_')) throw failure('Invalid_Tag_Name', `Tag names may not begin with an underscore: "${tag}"`)
    if (tag.length > LONGEST_TAG) {
      throw invalidFields({ message: { tags: `Please enter a value of at most ${LONGEST_TAG} characters` } })
    }
  }
  return [...new Set(tags ?? [])]
}

function byRecipient<I extends { readonly rcpt?: string }, T>(
  list: readonly I[] | null | undefined,
  of: (item: I) => T,
): Record<string, T> {
  return Object.fromEntries((list ?? []).map((item) => [(item.rcpt ?? '').toLowerCase(), of(item)]))
}

function analyticsOf(input: MessageInput, from: string): Mailing['analytics'] {
  const domains = input.google_analytics_domains ?? []
  if (domains.length === 0) return null
  const campaign = input.google_analytics_campaign
  const first = typeof campaign === 'string' ? campaign : campaign?.[0]
  return { domains: domains.map((domain) => domain.toLowerCase()), campaign: first || from }
}
