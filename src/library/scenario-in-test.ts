import type { Report } from '../engine/scenarios/report.js'
import { reportText } from '../engine/scenarios/report-text.js'
import type { RunningScenario } from '../engine/scenarios/running.js'

/** A scenario that is on in a test's world. */
export class ScenarioInTest {
  private readonly running: RunningScenario

  constructor(running: RunningScenario) {
    this.running = running
  }

  /** How it stands: expectations with what was seen of them, and all that happened. */
  check(): Promise<Report> {
    return this.running.check()
  }

  /**
   * Ends it and judges it: steps that wait for the integration to be quiet come now.
   * @throws Error with the whole report where an expectation was broken or something did not come about
   */
  async verify(): Promise<Report> {
    await this.running.finish()
    const report = await this.running.check()
    this.stop()
    if (report.outcome !== 'passed') throw new Error(reportText(report))
    return report
  }

  /** Takes its faults and steps away; the world stays as it is. */
  stop(): void {
    this.running.stop()
  }
}
