import type { Member } from '../members/member.js'
import type { MailchimpWorld } from '../world.js'
import { compareDate, compareNumber, compareText } from './compare.js'
import type { Condition, Test } from './evaluate.js'

/** The value that a condition's field names: by its tag, or as `merge3`. */
function mergeValueOf(world: MailchimpWorld, member: Member, { field = '' }: Condition): unknown {
  const number = /^merge(\d+)$/i.exec(field)?.[1]
  if (number === '0' || field === 'EMAIL') return member.email
  const tag = number === undefined ? field : world.mergeFields.find(`${member.parent}/${number}`)?.settings.tag
  return member.mergeFields[tag ?? ''] ?? ''
}

function textOf(value: unknown): string {
  if (typeof value === 'object' && value !== null) return Object.values(value).filter(Boolean).join(' ')
  return String(value ?? '')
}

const text: Test = (world, member, condition) => {
  const { op = '', value = '' } = condition
  const own = mergeValueOf(world, member, condition)
  const numbers = own !== '' && value !== '' && Number.isFinite(Number(own)) && Number.isFinite(Number(value))
  if (numbers && (op === 'greater' || op === 'less')) return compareNumber(op, Number(own), Number(value))
  return compareText(op, textOf(own), String(value))
}

const zip: Test = (world, member, condition) => {
  // How far places lie apart is not known here: only the very same code is near.
  const own = mergeValueOf(world, member, condition)
  const code = typeof own === 'object' && own !== null && 'zip' in own ? own.zip : own
  return String(code ?? '') === String(condition.extra ?? '')
}

/** What conditions ask of the fields that an audience has of its own. */
export const mergeConditions: Readonly<Record<string, Test>> = {
  TextMerge: text,
  SelectMerge: text,
  AddressMerge: text,
  BirthdayMerge: text,
  ZipMerge: zip,
  DateMerge: (world, member, condition) => {
    const own = textOf(mergeValueOf(world, member, condition))
    return compareDate(
      condition.op ?? '',
      own === '' ? undefined : Date.parse(own),
      Date.parse(String(condition.value)),
    )
  },
}
