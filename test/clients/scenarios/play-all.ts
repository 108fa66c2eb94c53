import type { Report } from '../../../src/engine/scenarios/report.js'
import type { Kind } from './play.js'

/** Each scenario with the expectations that a careless program breaks. */
export type Broken = Readonly<Record<string, readonly string[]>>
type Play = (scenario: string, kind: Kind) => Promise<Report>

/** Played at the same time: they wait more than they work. */
const AT_ONCE = 6
const MOST_PLAYS = 3

/** Plays every scenario with a careless and a careful program. Gives the reports by kind and name. */
export async function playAll(broken: Broken, play: Play): Promise<(kind: Kind, name: string) => Report> {
  const reports = new Map<string, Report>()
  const jobs = Object.keys(broken).flatMap((name) => [
    { name, kind: 'careless' as const },
    { name, kind: 'careful' as const },
  ])
  const timed = ({ name, kind }: (typeof jobs)[number]) => kind === 'careless' && broken[name]?.includes('retried')
  for (const { name, kind } of jobs.filter(timed)) reports.set(`${kind} ${name}`, await playTimed(name, play))
  const left = jobs.filter((job) => !timed(job))
  const next = async (): Promise<void> => {
    for (let job = left.shift(); job; job = left.shift()) {
      reports.set(`${job.kind} ${job.name}`, await play(job.name, job.kind))
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, next))
  return (kind, name) => {
    const report = reports.get(`${kind} ${name}`)
    if (!report) throw new Error(`${name} was not played.`)
    return report
  }
}

/**
 * What is broken by asking again at once is played alone, and anew where it looks careful: on a busy machine an answer may be so late that
 * it looks like a pause.
 */
async function playTimed(name: string, play: Play): Promise<Report> {
  for (let plays = 1; ; plays++) {
    const report = await play(name, 'careless')
    const seen = report.expectations.some(({ kind, state }) => kind === 'retried' && state === 'broken')
    if (seen || plays === MOST_PLAYS) return report
  }
}
