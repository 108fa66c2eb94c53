import { fail } from '../errors.js'

/** How a job's CSV is written. UTF-8, values in quotes where they need them, quotes doubled inside. */
export interface Dialect {
  readonly columnDelimiter: keyof typeof DELIMITERS
  readonly lineEnding: keyof typeof LINE_ENDINGS
}

/** @source https://developer.salesforce.com/docs/atlas.en-us.api_asynch.meta/api_asynch/create_job.htm (read 2026-11) */
export const DELIMITERS = { BACKQUOTE: '`', CARET: '^', COMMA: ',', PIPE: '|', SEMICOLON: ';', TAB: '\t' } as const
export const LINE_ENDINGS = { LF: '\n', CRLF: '\r\n' } as const

/** @throws INVALIDJOB (400) for a delimiter or a line ending that there is not. @unverified code and wording */
export function parseDialect(delimiter: unknown, lineEnding: unknown): Dialect {
  const columnDelimiter = delimiter === undefined || delimiter === null ? 'COMMA' : String(delimiter).toUpperCase()
  const ending = lineEnding === undefined || lineEnding === null ? 'LF' : String(lineEnding).toUpperCase()
  if (!Object.hasOwn(DELIMITERS, columnDelimiter)) {
    throw fail(400, 'INVALIDJOB', `InvalidJob : Invalid columnDelimiter: ${columnDelimiter}`)
  }
  if (!Object.hasOwn(LINE_ENDINGS, ending)) throw fail(400, 'INVALIDJOB', `InvalidJob : Invalid lineEnding: ${ending}`)
  return { columnDelimiter: columnDelimiter as Dialect['columnDelimiter'], lineEnding: ending as Dialect['lineEnding'] }
}
