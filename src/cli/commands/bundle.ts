import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { type Bundle, unpackBundle } from '../../engine/bundles/bundle.js'
import type { JournalItem } from '../../engine/bundles/journal.js'
import { type ReplayReport, replayBundle } from '../../engine/bundles/replay-bundle.js'
import { SandboxError } from '../../engine/errors.js'
import type { AnyVendor } from '../../engine/vendor.js'
import type { Context } from '../context.js'
import type { ReadBundleOptions, SaveBundleOptions } from '../definitions/bundle.js'
import { withProgress } from '../render/progress.js'
import type { Style } from '../render/style.js'
import { done, EXIT, type Result } from '../result.js'
import { connect } from '../runtime/control-client.js'
import { worldPath } from '../runtime/paths.js'
import { bundleView, describeItem } from './bundle-view.js'
import { writePrivately } from './write-privately.js'

/** Replays what was recorded, twice, and writes it. */
export async function saveBundle(context: Context, options: SaveBundleOptions): Promise<Result> {
  const { file, from, world } = options
  const query = from === undefined ? '' : `?from=${encodeURIComponent(from)}`
  const saving = connect(context.terminal, options).file(`${worldPath(world, 'bundle')}${query}`)
  const bytes = await withProgress(context.terminal, 'replaying what was recorded', saving)
  const path = await writePrivately(context.terminal.cwd, file, () => bytes)
  const bundle = unpackBundle(bytes, path)
  bundle.start.files.close()
  const view = bundleView(bundle)
  return done({ file: path, ...view.data }, (style) => `Saved ${path}\n${view.human(style)}`)
}

export async function showBundle(context: Context, { file }: ReadBundleOptions): Promise<Result> {
  const bundle = await open(context, file)
  bundle.start.files.close()
  const view = bundleView(bundle)
  const items = bundle.journal.map((item, i) => ({ number: i + 1, ...describeItem(item) }))
  return done({ ...view.data, items }, (style) => {
    const lines = items.map(({ number, at, text }) => `${String(number).padStart(5)}  ${style.dim(at)}  ${text}\n`)
    return `${view.human(style)}\n${lines.join('')}`
  })
}

/** Exit code 1 where something differs. */
export async function replay(context: Context, { file }: ReadBundleOptions): Promise<Result> {
  const bundle = await open(context, file)
  const vendors = await Promise.all(bundle.head.vendors.map(({ name }) => vendorOf(context, name)))
  const report = await withProgress(context.terminal, 'replaying', replayBundle(bundle, vendors))
  const total = bundle.journal.length
  return {
    exitCode: report.first ? EXIT.failed : EXIT.ok,
    data: { ...counts(report), total, first: firstOf(report) },
    human: (style) => replayText(style, report, total),
  }
}

async function vendorOf({ catalog }: Context, name: string): Promise<AnyVendor> {
  const load = Object.hasOwn(catalog, name) ? catalog[name] : undefined
  if (load) return load()
  const message = `The bundle holds the vendor '${name}', which this Standin does not have.`
  throw new SandboxError('SANDBOX_NOT_FOUND', message, 'Replay it with the Standin that wrote it.')
}

async function open(context: Context, file: string): Promise<Bundle> {
  const path = resolve(context.terminal.cwd, file)
  let bytes: Buffer
  try {
    bytes = await readFile(path)
  } catch (cause) {
    const message = `${path} cannot be read: ${(cause as NodeJS.ErrnoException).code ?? cause}.`
    throw new SandboxError('SANDBOX_NOT_FOUND', message, 'Give the path of a bundle.', { cause })
  }
  return unpackBundle(bytes, path)
}

function counts({ items, requests, deliveries, versions }: ReplayReport) {
  return { replayed: items, requests, deliveries, versions }
}

function firstOf({ first }: ReplayReport) {
  if (!first) return null
  return {
    number: first.number,
    ...describeItem(first.item),
    request: requestOf(first.item),
    differences: first.differences,
  }
}

function requestOf(item: JournalItem) {
  if (item.kind !== 'exchange') return null
  const { method, target, body } = item.request
  return { method, target, body: Buffer.from(body).toString() }
}

function replayText(style: Style, report: ReplayReport, total: number): string {
  const versions = report.versions.map(
    ({ vendor, recorded, now }) =>
      `${style.yellow('Note:')} ${vendor} was described by ${recorded}, and is by ${now} now.\n`,
  )
  const { first } = report
  if (!first) {
    const text = `${report.requests} requests and ${report.deliveries} deliveries gave the same answers, to the last byte.`
    return `${versions.join('')}${style.green(text)}\n`
  }
  const request = requestOf(first.item)
  const lines = [
    `${style.red('It differs')} at ${first.number} of ${total}: ${describeItem(first.item).text}`,
    ...(request?.body ? [style.dim(`      ${request.body.slice(0, 500)}`)] : []),
    ...first.differences.flatMap(({ where, recorded, now }) => [
      `  ${style.bold(where)}`,
      `    ${style.green(`recorded  ${shown(recorded)}`)}`,
      `    ${style.red(`now       ${shown(now)}`)}`,
    ]),
  ]
  return `${versions.join('')}${lines.join('\n')}\n`
}

function shown(value: unknown): string {
  const text = value === undefined ? 'nothing' : JSON.stringify(value)
  return text.length > 200 ? `${text.slice(0, 200)}...` : text
}
