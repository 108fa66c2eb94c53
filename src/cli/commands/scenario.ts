import { ScenarioFiles } from '../../engine/scenarios/files.js'
import type { Report } from '../../engine/scenarios/report.js'
import { Scenarios } from '../../engine/scenarios/scenarios.js'
import { describeScenario, type ScenarioView } from '../../engine/scenarios/view.js'
import type { Context } from '../context.js'
import type {
  ScenarioListOptions,
  ScenarioReportOptions,
  ScenarioShowOptions,
  ScenarioStartOptions,
} from '../definitions/scenario.js'
import type { Style } from '../render/style.js'
import { renderTable } from '../render/table.js'
import { done, EXIT, type Result } from '../result.js'
import { connect } from '../runtime/control-client.js'
import { worldPath } from '../runtime/paths.js'
import { scenarioFolders, wantedScenario, writtenScenario } from '../runtime/scenario-files.js'
import { reportResult } from './scenario-report.js'

/** Needs no sandbox: scenarios are files. */
export async function listScenarios(context: Context, options: ScenarioListOptions): Promise<Result> {
  const folders = await scenarioFolders(context, options.config)
  const all = Scenarios.describe(new ScenarioFiles(folders))
  const { vendor } = options
  const scenarios = all.filter((each) => vendor === undefined || !('vendors' in each) || each.vendors.includes(vendor))
  return done({ scenarios }, (style) => {
    const rows = scenarios.map((each) =>
      'error' in each
        ? [each.name, '', style.red(each.error.split('\n')[0] ?? '')]
        : [style.bold(each.name), each.vendors.join(' '), each.title],
    )
    return renderTable(style, ['Scenario', 'Vendors', 'What goes wrong'], rows)
  })
}

export async function showScenario(context: Context, options: ScenarioShowOptions): Promise<Result> {
  const { scenario } = await writtenScenario(context, options.name, options.config)
  const view = describeScenario(scenario)
  return done(view, (style) => scenarioText(style, view))
}

function scenarioText(style: Style, view: ScenarioView): string {
  const part = (title: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : ['', style.bold(title), ...lines.map((line) => `  ${line}`)]
  const expected = view.expectations.flatMap(({ text, because }) =>
    because === undefined ? [text] : [text, style.dim(`  ${because}`)],
  )
  return `${[
    `${style.bold(view.title)}  ${style.dim(`${view.name}, ${view.vendors.join(' and ')}`)}`,
    view.story,
    ...part('What is there', view.seed),
    ...part('What goes wrong', view.faults),
    ...part('What happens when', view.steps),
    ...part('What is expected', expected),
  ].join('\n')}\n`
}

export async function startScenario(context: Context, options: ScenarioStartOptions): Promise<Result> {
  const { world, keep, name } = options
  const wanted = await wantedScenario(context, name)
  const path = worldPath(world, 'scenario')
  const data = await connect(context.terminal, options).post<{ started: ScenarioView }>(path, { ...wanted, keep })
  return done(data, (style) => {
    const next = 'Act it out, then: standin scenario check; standin scenario stop'
    return `${scenarioText(style, data.started)}\n${style.green('It is on.')} ${style.dim(next)}\n`
  })
}

export async function checkScenario(context: Context, options: ScenarioReportOptions): Promise<Result> {
  const report = await connect(context.terminal, options).get<Report>(worldPath(options.world, 'scenario'))
  return reportResult(context, report, options)
}

export async function stopScenario(context: Context, options: ScenarioReportOptions): Promise<Result> {
  const report = await connect(context.terminal, options).delete<Report>(worldPath(options.world, 'scenario'))
  const result = await reportResult(context, report, options)
  // To have stopped it is no failure, whatever is said of it.
  return { ...result, exitCode: options.junit === undefined ? EXIT.ok : result.exitCode }
}
