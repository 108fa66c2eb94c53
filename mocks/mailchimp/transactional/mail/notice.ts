import type { Notice } from '../rows.js'
import type { Transactional } from '../transactional.js'

/** Keeps mail that the vendor itself sends, to be read in the sandbox. */
export function addNotice(tx: Transactional, to: string, subject: string, html: string): Notice {
  return tx.notices.insert({ id: tx.newId(), at: tx.now(), to, subject, html })
}
