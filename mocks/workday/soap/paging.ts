import { validationFault } from './faults.js'
import type { ReadElements } from './read.js'
import type { Elements } from './write.js'

const USUAL = 100
const MOST = 999

export interface SoapPage {
  /** From 1. */
  readonly page: number
  readonly count: number
}

/** @throws validation faults @source facts B4 (read 2026-11-23) @unverified the wording for a count that is too large */
export function readPage(filter: ReadElements): SoapPage {
  const page = filter.Page ?? 1
  const count = filter.Count ?? USUAL
  if (typeof page !== 'number' || typeof count !== 'number') throw validationFault('Page and Count must be numbers.')
  if (page === 0) throw validationFault('Page Number cannot be zero.')
  if (page < 0 || !Number.isInteger(page)) throw validationFault(`Page Number cannot be ${page}.`)
  if (count < 1 || count > MOST || !Number.isInteger(count))
    throw validationFault(`Count must be between 1 and ${MOST}.`)
  return { page, count }
}

export function cut<T>(all: readonly T[], { page, count }: SoapPage): readonly T[] {
  return all.slice((page - 1) * count, page * count)
}

/** Response_Results. */
export function results(total: number, { page, count }: SoapPage): Elements {
  const pages = Math.ceil(total / count)
  const onPage = Math.max(0, Math.min(count, total - (page - 1) * count))
  return { Total_Results: total, Total_Pages: pages, Page_Results: onPage, Page: page }
}
