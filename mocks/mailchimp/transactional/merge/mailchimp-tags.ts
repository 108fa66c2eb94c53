import { compare, type Operator } from './compare.js'
import { MOST_WRITTEN, tooMuch } from './failure.js'
import { phpDate } from './php-date.js'
import { titleCase } from './title-case.js'
import { isGiven, type MergeValues, textOf } from './values.js'

/** What tags stand for beside the variables. */
export interface MergeSurroundings {
  readonly email: string
  readonly subject: string
  /** Unix milliseconds on the world's clock. */
  readonly now: number
  /** The link that unsubscribes this recipient and leads on to an address. */
  unsubscribe(redirect: string): string
}

/** `*|NAME|*`: a name, and what stands behind its first colon. */
const TAG = /\*\|([^|*\s][^|]{0,2047}?)\|\*/g

interface Branch {
  /** Whether an outer block is shown at all. */
  readonly outer: boolean
  /** Whether what is being read now is shown. */
  shown: boolean
  /** Whether one of the block's branches was shown already. */
  done: boolean
}

/**
 * Renders Mailchimp's merge language: variables, IF, IFNOT, ELSEIF, ELSE and END:IF, UPPER, LOWER, TITLE, HTML, DATE and UNSUB.
 * Names do not tell cases apart. In one pass: what a variable holds is not read again.
 * @throws MergeFailure where it would write too much
 * @source https://mandrill.zendesk.com/hc/en-us/articles/360038786414 (read 2026-11)
 * @unverified that a variable which was not given leaves nothing behind, and that blocks may be nested
 */
export function renderMailchimpTags(template: string, values: MergeValues, around: MergeSurroundings): string {
  const open: Branch[] = []
  const shown = () => open.at(-1)?.shown ?? true
  let out = ''
  let from = 0
  for (const match of template.matchAll(TAG)) {
    if (shown()) out += template.slice(from, match.index)
    from = match.index + match[0].length
    if (out.length > MOST_WRITTEN) throw tooMuch()
    const tag = match[1] ?? ''
    if (!flow(tag, open, values) && shown()) out += valueFor(tag, values, around)
  }
  return shown() ? out + template.slice(from) : out
}

/** Follows a tag that opens, changes or closes a block; false where it is none. */
function flow(tag: string, open: Branch[], values: MergeValues): boolean {
  const [word, rest] = split(tag)
  const block = open.at(-1)
  switch (word) {
    case 'IF':
    case 'IFNOT': {
      const outer = block?.shown ?? true
      const holds = outer && test(rest, values) === (word === 'IF')
      open.push({ outer, shown: holds, done: holds })
      return true
    }
    case 'ELSEIF':
    case 'ELSE':
      if (!block) return false
      block.shown = block.outer && !block.done && (word === 'ELSE' || test(rest, values))
      block.done ||= block.shown
      return true
    case 'END':
      if (rest.toUpperCase() !== 'IF') return false
      open.pop()
      return true
    default:
      return false
  }
}

const COMPARISON = /^\s*([\w.]+)\s*(>=|<=|!=|=|>|<)\s*(.*?)\s*$/s

function test(condition: string, values: MergeValues): boolean {
  const parts = COMPARISON.exec(condition)
  if (!parts) return isGiven(values.get(condition.trim().toLowerCase()))
  const [, name = '', operator = '=', right = ''] = parts
  return compare(values.get(name.toLowerCase()), operator as Operator, right.replace(/^(["'])(.*)\1$/s, '$2'))
}

function valueFor(tag: string, values: MergeValues, around: MergeSurroundings): string {
  const [word, rest] = split(tag)
  const named = () => textOf(values.get(rest.trim().toLowerCase()))
  if (word === 'UNSUB') return around.unsubscribe(rest)
  switch (rest === '' ? '' : word) {
    case 'UPPER':
      return named().toUpperCase()
    case 'LOWER':
      return named().toLowerCase()
    case 'TITLE':
      return titleCase(named())
    case 'HTML':
      return named()
    case 'DATE':
      return phpDate(rest, around.now)
  }
  if (values.has(tag.toLowerCase())) return textOf(values.get(tag.toLowerCase()))
  return ofSurroundings(tag.toUpperCase(), around)
}

function ofSurroundings(tag: string, around: MergeSurroundings): string {
  if (tag === 'EMAIL') return around.email
  if (tag === 'MC:SUBJECT' || tag === 'SUBJECT') return around.subject
  if (tag === 'CURRENT_YEAR') return String(new Date(around.now).getUTCFullYear())
  return ''
}

function split(tag: string): [word: string, rest: string] {
  const at = tag.indexOf(':')
  return at < 0 ? [tag.toUpperCase(), ''] : [tag.slice(0, at).toUpperCase(), tag.slice(at + 1)]
}
