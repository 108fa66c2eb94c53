import type { Wanted } from '../expectation-schema.js'
import { fitsFields, statusOf } from '../fits.js'
import type { NotedExchange } from '../journal.js'
import { answerBody, broken, type Evidence, fitting, held, lines, partOf, unseen, type Verdict } from './evidence.js'

/** Each page once, up to the last, and then no more. A request without a cursor begins again. */
export function judgePaged(wanted: Wanted<'paged'>, evidence: Evidence): Verdict {
  const { cursor, last, vendor, operation } = wanted
  const pages = fitting(evidence, { vendor, operation })
  if (pages.length === 0) return unseen('no page was asked for')
  const passes: NotedExchange[][] = []
  for (const page of pages) {
    const current = passes[passes.length - 1]
    if (current && partOf(page, cursor) !== undefined) current.push(page)
    else passes.push([page])
  }
  const wrong = passes.flatMap((pass) => faultsOf(pass, cursor, last))
  if (wrong.length > 0) return broken(...wrong)
  return held(
    ...passes.slice(0, 5).map((pass) => `${pass.length === 1 ? 'one page' : `${pass.length} pages`}: ${lines(pass)}`),
  )
}

function faultsOf(pass: readonly NotedExchange[], cursor: string, last: Wanted<'paged'>['last']): string[] {
  const answered = pass.filter(({ observed }) => statusOf(observed) < 400 && statusOf(observed) > 0)
  const end = answered.findIndex((page) => fitsFields(answerBody(page), last))
  const cursors = answered.map((page) => partOf(page, cursor) ?? '')
  const twice = cursors.findIndex((each, i) => cursors.indexOf(each) !== i)
  if (twice >= 0) {
    const same = answered.filter((_, i) => cursors[i] === cursors[twice])
    return [`the same page ${same.length} times: ${lines(same)}`]
  }
  if (end >= 0 && end < answered.length - 1) {
    return [
      `#${(answered[end] as NotedExchange).number} was the last page, and ${lines(answered.slice(end + 1))} followed`,
    ]
  }
  return end < 0 ? [`not all pages: after ${lines(pass)} there were more`] : []
}
