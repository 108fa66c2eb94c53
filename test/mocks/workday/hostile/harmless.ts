import { createHash } from 'node:crypto'
import { afterAll, expect } from 'vitest'
import { tenant } from '../../../support/workday.js'
import { CALLBACK } from '../rest/scene.js'

/** A tenant that is sent whatever there is: it is answered, nothing fails inside, and what is refused changes nothing. */
export async function hostileTenant() {
  const failures: unknown[] = []
  const at = await tenant({
    onFailure: (error) => void failures.push(error),
    settings: { workday: { redirectUris: [CALLBACK] } },
  })
  const worker: string = (await at.rest('GET', 'staffing/v6/{tenant}/workers?search=30020')).body.data[0].id
  afterAll(async () => {
    // It goes on as if nothing had been.
    expect((await at.rest('GET', 'staffing/v6/{tenant}/workers?limit=1')).body.data).toHaveLength(1)
  })

  /** All rows of the tenant. A table that was only looked into is no change. */
  const digest = (): string => {
    const hash = createHash('sha256')
    for (const table of at.world.allTables) {
      if (table.size > 0 && table.name.startsWith('workday/'))
        hash.update(table.name).update(JSON.stringify(table.all()))
    }
    return hash.digest('hex')
  }
  /** Grows with every change, also with one that is taken back. */
  const revisions = () => at.world.allTables.reduce((sum, { revision }) => sum + revision, 0)
  let known = { at: revisions(), digest: digest() }
  const present = (): string => {
    if (known.at !== revisions()) known = { at: revisions(), digest: digest() }
    return known.digest
  }

  /** Asks, and holds what must be so of any answer. */
  async function harmless(path: string, init: RequestInit): Promise<{ status: number; text: string }> {
    failures.length = 0
    const before = present()
    const answer = await fetch(`${at.origin}${path}`, { redirect: 'manual', ...init })
    const text = await answer.text()
    expect(failures).toEqual([])
    if (answer.status >= 400) expect(present()).toBe(before)
    return { status: answer.status, text }
  }

  const basic = Buffer.from(`${at.env.WORKDAY_USERNAME}:${at.env.WORKDAY_PASSWORD}`).toString('base64')
  return { at, worker, harmless, token: `Bearer ${at.env.WORKDAY_ACCESS_TOKEN}`, basic: `Basic ${basic}` }
}
