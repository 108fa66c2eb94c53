import type { Expectation, ExpectationKind, Wanted } from '../expectation-schema.js'
import { judgeCalls, judgeNever } from './calls.js'
import { judgeDelivered } from './delivered.js'
import { broken, type Evidence, held, unseen, type Verdict } from './evidence.js'
import { judgePaged } from './paged.js'
import { judgeRefreshed } from './refreshed.js'
import { judgeRetried } from './retried.js'
import { judgeRetryAfter } from './retry-after.js'
import { judgeRows } from './rows.js'
import { judgeSameKey } from './same-key.js'
import { judgeStopped } from './stopped.js'

type Judges = { readonly [K in ExpectationKind]: (wanted: Wanted<K>, evidence: Evidence) => Verdict }

const JUDGES: Judges = {
  calls: judgeCalls,
  never: judgeNever,
  retried: judgeRetried,
  sameKey: judgeSameKey,
  retryAfter: judgeRetryAfter,
  refreshed: judgeRefreshed,
  paged: judgePaged,
  stopped: judgeStopped,
  delivered: judgeDelivered,
  rows: judgeRows,
  exits: (code, { exitCode }) => {
    if (exitCode === undefined) return unseen('no command has ended')
    return exitCode === code ? held(`it ended with ${exitCode}`) : broken(`it ended with ${exitCode}`)
  },
}

/** Judges an expectation by what happened. */
export function judge(expectation: Expectation, evidence: Evidence): Verdict {
  const [kind, wanted] = kindOf(expectation)
  return (JUDGES[kind] as (wanted: unknown, evidence: Evidence) => Verdict)(wanted, evidence)
}

/** The one name that an expectation has, and what stands under it. */
export function kindOf(expectation: Expectation): [kind: ExpectationKind, wanted: unknown] {
  const { because: _, ...named } = expectation
  return Object.entries(named)[0] as [ExpectationKind, unknown]
}
