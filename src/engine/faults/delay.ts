import type { Random } from '../world/random.js'
import type { EffectOf } from './effect-schema.js'

/** How many standard deviations above the mean 19 of 20 lie. */
const P95 = 1.6448536269514722
const LONGEST = 600_000

/** Milliseconds of wall time, drawn as the fault says. */
export function drawDelay(effect: EffectOf<'delay'>, random: Random): number {
  const { milliseconds, uniform, median, p95 } = effect
  if (uniform) return uniform[0] + random.fraction() * (uniform[1] - uniform[0])
  if (median === undefined || p95 === undefined) return milliseconds ?? 0
  const sigma = Math.log(p95 / median) / P95
  return Math.min(LONGEST, median * Math.exp(sigma * normal(random)))
}

/** A draw from the standard normal distribution (Box and Muller). */
function normal(random: Random): number {
  const radius = Math.sqrt(-2 * Math.log(1 - random.fraction()))
  return radius * Math.cos(2 * Math.PI * random.fraction())
}
