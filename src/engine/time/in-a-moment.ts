/** Of wall time, in milliseconds. */
const MOMENT = 1000

/** Tries something again that the machine did not let happen, whatever a world's clock shows. Keeps no process alive. */
export function inAMoment(run: () => void): void {
  setTimeout(run, MOMENT).unref()
}
