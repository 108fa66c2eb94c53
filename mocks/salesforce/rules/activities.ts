import { fail } from '../errors.js'
import { requiredMissing } from '../records/check.js'
import { parseDatetime, toDatetime } from '../records/datetime.js'
import type { ObjectRule, Saving } from './rule.js'

/** A task is closed by its status; it belongs to the account of what or whom it is about. @source facts part B (read 2026-11-23) */
export const task: ObjectRule = {
  prepare: (saving) => {
    const { draft } = saving
    draft.IsClosed = draft.Status === 'Completed'
    draft.IsHighPriority = draft.Priority === 'High'
    draft.AccountId = accountOf(saving)
  },
}

/**
 * An event has a beginning and an end or a length.
 * @throws REQUIRED_FIELD_MISSING, FIELD_INTEGRITY_EXCEPTION (400)
 * @source facts part B (read 2026-11-23) @unverified wording
 */
export const event: ObjectRule = {
  prepare: (saving) => {
    const { draft } = saving
    draft.AccountId = accountOf(saving)
    if (draft.IsAllDayEvent) return allDay(draft)
    const start = draft.StartDateTime ?? draft.ActivityDateTime
    const minutes = draft.DurationInMinutes
    const end = draft.EndDateTime
    if (typeof start !== 'string') throw requiredMissing(['ActivityDateTime'])
    if (typeof minutes !== 'number' && typeof end !== 'string') throw requiredMissing(['DurationInMinutes'])
    settle(saving, start)
  },
}

function allDay(draft: Saving['draft']): void {
  if (typeof draft.ActivityDate !== 'string' && typeof draft.StartDateTime !== 'string') {
    throw requiredMissing(['ActivityDate'])
  }
  draft.ActivityDate ??= String(draft.StartDateTime).slice(0, 10)
}

/** Beginning, end and length agree: what was changed last is believed. */
function settle({ before, draft }: Saving, start: string): void {
  const begins = parseDatetime(start) ?? 0
  const lengthGiven =
    typeof draft.DurationInMinutes === 'number' && draft.DurationInMinutes !== before?.DurationInMinutes
  const endGiven = typeof draft.EndDateTime === 'string' && draft.EndDateTime !== before?.EndDateTime
  const length = Number(draft.DurationInMinutes)
  const ends =
    endGiven || !lengthGiven
      ? (parseDatetime(String(draft.EndDateTime)) ?? begins + length * 60_000)
      : begins + length * 60_000
  if (ends < begins) {
    throw fail(400, 'FIELD_INTEGRITY_EXCEPTION', 'Event duration cannot be negative', ['DurationInMinutes'])
  }
  if (lengthGiven && endGiven && ends - begins !== length * 60_000) {
    throw fail(400, 'FIELD_INTEGRITY_EXCEPTION', 'Duration must match the start and end times', ['DurationInMinutes'])
  }
  draft.StartDateTime = toDatetime(begins)
  draft.ActivityDateTime = draft.StartDateTime
  draft.ActivityDate = draft.StartDateTime.slice(0, 10)
  draft.EndDateTime = toDatetime(ends)
  draft.EndDate = draft.EndDateTime.slice(0, 10)
  draft.DurationInMinutes = Math.round((ends - begins) / 60_000)
}

function accountOf({ world, draft }: Saving): string | null {
  for (const id of [draft.WhatId, draft.WhoId]) {
    if (typeof id !== 'string') continue
    const object = world.catalogue.objectOfId(id)
    if (object?.name === 'Account') return id
    const account = object && world.live(object.name, id)?.AccountId
    if (typeof account === 'string') return account
  }
  return null
}
