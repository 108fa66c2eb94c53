import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { describeWithStripe } from '../../../support/stripe-description.js'
import { CHANGED_SINCE } from './changed-since.js'
import { MATERIALIZED } from './materialized.js'
import { olderDescription, unlike } from './older.js'
import { type Walked, walkedOnce } from './walk.js'

const WALK = 120_000
/** What is not answered with 2xx: operation to status and reason. `UPDATE_WALK=1` writes it anew; what changed in it is to be understood. */
const UNANSWERED = join(import.meta.dirname, 'unanswered.json')

/** The reason that a 501 gives, or else what the error says, its ids left out. */
function said({ answer }: Walked): string {
  const { message } = answer.json.error as { message: string }
  const why = answer.status === 501 ? /: (.*)\. See docs\/coverage\.md\.$/.exec(message)?.[1] : undefined
  return why ?? message.replace(/'[^']*'/g, "''").replace(/\b[a-z]+_(?=\w*[A-Z\d])\w{14,}/g, 'it')
}

describeWithStripe('every operation of Stripe’s', () => {
  test(
    'is answered with 2xx, but for those that are named, each with its reason',
    async () => {
      const walked = await walkedOnce()
      const unanswered = walked
        .filter(({ answer }) => answer.status >= 300)
        .map((one) => [one.operation.key, `${one.answer.status} ${said(one)}`])

      if (process.env.UPDATE_WALK)
        writeFileSync(UNANSWERED, `${JSON.stringify(Object.fromEntries(unanswered.sort()), null, 2)}\n`)
      expect(Object.fromEntries(unanswered)).toEqual(JSON.parse(readFileSync(UNANSWERED, 'utf8')))
      const own = walked.filter(({ operation }) => !operation.aliasOf)
      const answered = own.filter(({ answer }) => answer.status < 300)
      expect(own.length).toBeGreaterThanOrEqual(650)
      expect(answered.length).toBeGreaterThanOrEqual(560)
    },
    WALK,
  )

  test(
    'has what it needs made by other operations, but for the types that none makes',
    async () => {
      const answered = (await walkedOnce()).filter(({ answer }) => answer.status < 300)
      const types = new Set(answered.flatMap(({ materialized }) => materialized))
      expect([...types].sort()).toEqual(Object.keys(MATERIALIZED).sort())
    },
    WALK,
  )

  test(
    'fits Stripe’s document of 2024-04-10 too, where that has it, but for what changed since',
    async () => {
      const older = await olderDescription()
      const checked = (await walkedOnce()).map((one) => unlike(older, one)).filter((issues) => issues !== undefined)
      expect([...new Set(checked.flat())].sort()).toEqual(Object.keys(CHANGED_SINCE).sort())
      expect(checked.length).toBeGreaterThan(400)
    },
    WALK,
  )
})
