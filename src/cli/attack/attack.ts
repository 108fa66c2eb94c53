import { answerOf, type Check, checksOf, type Finding } from './checks.js'
import type { Range, Sent } from './range.js'

/**
 * Puts an endpoint to the test: first a good delivery, which says what it does when all is well, then everything else.
 * @param only ids of the checks that are wanted; default all
 * @param told is called with each finding as it is made
 */
export async function attack(
  range: Range,
  forgeries: readonly string[],
  only: readonly string[] | undefined,
  told: (finding: Finding) => void,
): Promise<Finding[]> {
  const findings: Finding[] = []
  const note = (finding: Finding) => {
    findings.push(finding)
    told(finding)
  }
  const delivery = range.main(await range.cause())
  let sent: Sent | undefined
  const once = await range.effects(async () => {
    sent = await range.send(delivery)
  })
  const good = { id: 'good', rule: 'A good delivery is accepted.' }
  if (!sent?.accepted) {
    note({ ...good, verdict: 'failed', said: `it was refused (answered ${answerOf(sent)})` })
    // What refuses everything refuses every forgery too: that would prove nothing.
    return findings
  }
  note({ ...good, verdict: 'passed', said: '' })
  for (const check of checksOf(forgeries)) {
    if (!only || only.includes(check.id)) note(await judged(range, check, once))
  }
  return findings
}

async function judged(range: Range, check: Check, once: number): Promise<Finding> {
  const { id, rule } = check
  if (check.needsRestart && range.options.restart === undefined) {
    return { id, rule, verdict: 'not judged', said: 'give --restart, a command that kills it and starts it anew' }
  }
  if (check.needsEffect && once === 0) {
    const said = 'a good delivery had no effect that could be seen; give --probe, a command that prints it'
    return { id, rule, verdict: 'not judged', said }
  }
  const said = await check.judge(range, { once })
  return { id, rule, verdict: said === undefined ? 'passed' : 'failed', said: said ?? '' }
}
