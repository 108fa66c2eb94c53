import type { AccessReport, GrantView, HolderView, NeedView } from '../../engine/access/access-report.js'
import type { Context } from '../context.js'
import type { AccessFailure, AccessReportOptions } from '../definitions/access-report.js'
import type { Style } from '../render/style.js'
import { renderTable } from '../render/table.js'
import { EXIT, type Result } from '../result.js'
import { connect } from '../runtime/control-client.js'
import { worldPath } from '../runtime/paths.js'

/** How many names one row says at most; `--json` has all. */
const MOST_NAMES = 6
/** So many that were not used have a row each. */
const MOST_ROWS = 3

/** Exit code 1 where what `--fail-on` names is found with a credential that was used. */
export async function showAccessReport(context: Context, options: AccessReportOptions): Promise<Result> {
  const client = connect(context.terminal, options)
  const data = await client.get<AccessReport>(worldPath(options.world, 'access'), { vendor: options.vendor })
  const failures = failuresOf(data, options.failOn ?? [])
  return {
    exitCode: failures.length > 0 ? EXIT.failed : EXIT.ok,
    data: { ...data, failures },
    human: (style) => `${reportText(style, data, options.all ?? false)}${failureText(style, failures)}`,
  }
}

interface Failure {
  readonly vendor: string
  readonly holder: string
  readonly what: AccessFailure
  readonly name: string
}

/** A credential that nobody used says nothing about an integration: the sandbox mints some for everybody. */
function failuresOf({ vendors }: AccessReport, on: readonly AccessFailure[]): Failure[] {
  return vendors.flatMap(({ vendor, holders }) =>
    holders
      .filter(({ used }) => used)
      .flatMap((holder) => {
        const named = (what: AccessFailure, names: readonly string[]) =>
          on.includes(what) ? names.map((name) => ({ vendor, holder: titleOf(holder), what, name })) : []
        return [
          ...named('unused', nameOf(holder.grants.filter(({ requests }) => requests === 0))),
          ...named('refused', nameOf(holder.refused)),
          ...named('broad', nameOf(holder.grants.filter(({ broad, requests }) => broad && requests > 0))),
        ]
      }),
  )
}

function nameOf(list: readonly { readonly name: string }[]): string[] {
  return list.map(({ name }) => name)
}

function titleOf({ kind, name, variable }: HolderView): string {
  return [kind, name, variable === null ? '' : `(${variable})`].filter((part) => part !== '').join(' ')
}

function reportText(style: Style, { vendors }: AccessReport, all: boolean): string {
  const parts = vendors.flatMap(({ vendor, holders }) => {
    const shown = holders.filter(({ used }) => used || all)
    const idle = holders.filter(({ used }) => !used && !all)
    if (holders.length === 0) return [`${style.dim(`${vendor} does not say who is granted what.`)}\n`]
    return [
      ...shown.map((holder) => holderText(style, vendor, holder)),
      ...(idle.length > 0 ? [style.dim(`${vendor}, not used at all: ${idle.map(titleOf).join(', ')}\n`)] : []),
    ]
  })
  return parts.join('\n')
}

function holderText(style: Style, vendor: string, holder: HolderView): string {
  const used = holder.grants.filter(({ requests }) => requests > 0)
  const rows = [
    ...used.map((grant) => [style.green('used'), grantName(grant), grant.kind, String(grant.requests), firstOf(grant)]),
    ...used.flatMap(({ as, broad }) => (broad ? as.map((need) => [style.dim('└ as'), ...needCells(need)]) : [])),
    ...holder.other.map((need) => [style.yellow('used, no longer granted'), ...needCells(need)]),
    ...unusedRows(style, holder),
    ...holder.refused.map((need) => [style.red(need.silent ? 'left out' : 'refused'), ...needCells(need)]),
  ]
  const head = `${style.bold(`${vendor}: ${titleOf(holder)}`)}\n`
  const note = holder.note === null ? '' : `${style.dim(holder.note)}\n`
  return `${head}${rows.length > 0 ? renderTable(style, ['', 'What', 'Kind', 'Requests', 'First by'], rows) : ''}${note}`
}

function grantName({ name, from, as, broad }: GrantView): string {
  const less = !broad && as.length > 0 ? ` as ${few(nameOf(as))}` : ''
  return `${name}${from === null ? '' : ` (${from})`}${less}`
}

/** One row for all of a kind and a source, since a profile grants hundreds. */
function unusedRows(style: Style, { grants }: HolderView): string[][] {
  const groups = new Map<string, GrantView[]>()
  for (const grant of grants) {
    if (grant.requests > 0) continue
    const key = `${grant.kind}\0${grant.from}`
    groups.set(key, [...(groups.get(key) ?? []), grant])
  }
  return [...groups.values()].flatMap((group) =>
    group.length <= MOST_ROWS
      ? group.map((grant) => [style.yellow('unused'), grantName(grant), grant.kind, '0', ''])
      : [[style.yellow(`${group.length} unused`), few(nameOf(group)), group[0]?.kind ?? '', '0', '']],
  )
}

function needCells(need: NeedView): string[] {
  return [need.name, need.kind, String(need.requests), firstOf(need)]
}

function firstOf({ first }: { readonly first: GrantView['first'] }): string {
  return first === null ? '' : (first.operation ?? 'a job')
}

function few(names: readonly string[]): string {
  const more = names.length - MOST_NAMES
  return more > 0 ? `${names.slice(0, MOST_NAMES).join(', ')} and ${more} more` : names.join(', ')
}

function failureText(style: Style, failures: readonly Failure[]): string {
  if (failures.length === 0) return ''
  const lines = failures.map(({ vendor, holder, what, name }) => `${style.red(what)}: ${vendor}, ${holder}: ${name}\n`)
  return `\n${lines.join('')}`
}
