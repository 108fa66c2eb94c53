import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { parse, parseAllDocuments } from 'yaml'
import { main } from '../../src/cli/main.js'
import { machine, session, shops } from './harness.js'

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
const read = (path: string) => readFileSync(join(root, path), 'utf8')
const on = machine()

async function known(): Promise<string> {
  const own = session(on)
  await main(['contracts', 'check', '--help'], own.terminal, { catalog: shops })
  return own.out()
}

/** Options of `standin contracts check` that a text uses. */
const used = (text: string) =>
  [...new Set(text.match(/(?<![\w-])--[a-z][a-z-]+/g))].filter((name) => name !== '--no-install')

test('the GitHub Action uses options that there are, and takes its inputs through the environment', async () => {
  const action = parse(read('action.yml'))
  const [step] = action.runs.steps
  const help = await known()
  expect(used(step.run).length).toBeGreaterThan(4)
  for (const option of used(step.run)) expect(help, option).toContain(option)
  expect(step.run).not.toMatch(/\$\{\{/)
  const named = Object.values(step.env as Record<string, string>).flatMap(
    (value) => /inputs\.([\w-]+)/.exec(value)?.[1] ?? [],
  )
  expect([...named, 'working-directory'].sort()).toEqual(Object.keys(action.inputs).sort())
})

test('the GitLab template uses options that there are, and hands both reports over', async () => {
  const [spec, jobs] = parseAllDocuments(read('templates/contracts.yml')).map((each) => each.toJS())
  const job = jobs.contracts
  const help = await known()
  for (const option of used(job.script.join(' '))) expect(help, option).toContain(option)
  for (const report of Object.values(job.artifacts.reports)) expect(job.script[0]).toContain(report)
  const inputs = JSON.stringify(jobs).match(/(?<=inputs\.)\w+/g) ?? []
  expect([...new Set(inputs)].sort()).toEqual(Object.keys(spec.spec.inputs).sort())
})
