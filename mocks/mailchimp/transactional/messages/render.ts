import { escapeMarkup } from '../../../../src/engine/kit.js'
import { htmlToText } from '../html/to-text.js'
import { addPixel, rewriteLinks } from '../html/track.js'
import { MergeFailure } from '../merge/failure.js'
import { handlebarsValues, readHandlebars } from '../merge/handlebars.js'
import { type MergeSurroundings, renderMailchimpTags } from '../merge/mailchimp-tags.js'
import { mergeValues } from '../merge/values.js'
import type { Mailing, Message } from '../rows.js'
import { clickLink, openLink, unsubscribeLink } from './links.js'

/** A message as its recipient sees it. */
export interface Rendered {
  readonly subject: string
  readonly fromName: string | null
  readonly html: string | null
  readonly text: string | null
  /** A link in it unsubscribes. */
  readonly unsubscribes: boolean
}

type Parts = Pick<Rendered, 'subject' | 'fromName' | 'html' | 'text'>

const known = new WeakMap<Message, Rendered>()

/**
 * Renders a message for its recipient, the same each time: variables, the missing part, links and the picture that tell. Where the
 * template cannot be rendered for this one, it is shown as it is.
 */
export function renderMessage(publicId: string, mailing: Mailing, message: Message): Rendered {
  let rendered = known.get(message)
  if (!rendered) {
    rendered = attempt(() => render(publicId, mailing, message)) ?? { ...mailing, unsubscribes: false }
    known.set(message, rendered)
  }
  return rendered
}

export function renderSubject(publicId: string, mailing: Mailing, message: Message): string {
  if (!mailing.merge) return mailing.subject
  const { subject } = mailing
  const around = surroundings(publicId, mailing, message, () => {})
  return attempt(() => merge({ ...mailing, html: null, text: null }, message, around).subject) ?? subject
}

/** @throws MergeFailure */
export function checkMerge(publicId: string, mailing: Mailing, message: Message): void {
  if (mailing.merge)
    merge(
      mailing,
      message,
      surroundings(publicId, mailing, message, () => {}),
    )
}

function render(publicId: string, mailing: Mailing, message: Message): Rendered {
  let unsubscribes = false
  const around = surroundings(publicId, mailing, message, () => {
    unsubscribes = true
  })
  const merged = completed(mailing, mailing.merge ? merge(mailing, message, around) : mailing)
  const html = merged.html === null ? null : tracked(publicId, mailing, message, merged.html)
  return { subject: merged.subject, fromName: merged.fromName, text: merged.text, html, unsubscribes }
}

function surroundings(publicId: string, mailing: Mailing, message: Message, met: () => void): MergeSurroundings {
  return {
    email: message.email,
    subject: mailing.subject,
    now: message.at,
    unsubscribe: (redirect) => {
      met()
      return unsubscribeLink(mailing.origin, publicId, message.id, redirect)
    },
  }
}

function attempt<T>(work: () => T): T | undefined {
  try {
    return work()
  } catch (error) {
    if (error instanceof MergeFailure) return undefined
    throw error
  }
}

function merge(mailing: Mailing, { email }: Message, around: MergeSurroundings): Parts {
  const own = mailing.vars[email.toLowerCase()]
  const render =
    mailing.language === 'handlebars'
      ? handlebars(handlebarsValues(mailing.globals, own), around)
      : mailchimp(mergeValues(mailing.globals, own), around)
  return {
    subject: render(mailing.subject, false) ?? '',
    fromName: render(mailing.fromName, false),
    html: render(mailing.html, true),
    text: render(mailing.text, false),
  }
}

type Render = (source: string | null, escaped: boolean) => string | null

function handlebars(values: object, around: MergeSurroundings): Render {
  return (source, escaped) => (source === null ? null : readHandlebars(source, escaped)(values, around))
}

function mailchimp(values: ReturnType<typeof mergeValues>, around: MergeSurroundings): Render {
  return (source) => (source === null ? null : renderMailchimpTags(source, values, around))
}

function completed({ autoText, autoHtml }: Mailing, { subject, fromName, html, text }: Parts): Parts {
  return {
    subject,
    fromName,
    text: text ?? (html !== null && autoText ? htmlToText(html) : null),
    html: html ?? (text !== null && autoHtml ? `<p>${escapeMarkup(text).replace(/\r?\n/g, '<br>\n')}</p>` : null),
  }
}

function tracked(publicId: string, mailing: Mailing, message: Message, html: string): string {
  const own = `${mailing.origin}/track/`
  const rewritten = rewriteLinks(html, (url) => {
    if (url.startsWith(own)) return undefined
    const measured = analysed(mailing, url)
    if (mailing.trackClicks) return clickLink(mailing.origin, publicId, message.id, measured)
    return measured === url ? undefined : measured
  })
  return mailing.trackOpens ? addPixel(rewritten, openLink(mailing.origin, publicId, message.id)) : rewritten
}

/** Parameters of Google Analytics on links to the domains named. @unverified utm_source */
function analysed({ analytics, tags }: Mailing, url: string): string {
  if (!analytics) return url
  try {
    const target = new URL(url)
    if (!analytics.domains.some((domain) => target.hostname === domain || target.hostname.endsWith(`.${domain}`)))
      return url
    const given = {
      utm_source: 'mandrill',
      utm_medium: 'email',
      utm_term: tags.join(','),
      utm_campaign: analytics.campaign,
    }
    for (const [name, value] of Object.entries(given)) {
      if (value && !target.searchParams.has(name)) target.searchParams.set(name, value)
    }
    return target.href
  } catch {
    return url
  }
}
