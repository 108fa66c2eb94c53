import { expect, test } from 'vitest'
import { styleOf } from '../../src/cli/render/style.js'
import { renderTable } from '../../src/cli/render/table.js'
import { machine, session, standin } from './harness.js'

const on = machine()
const secret = `key_test_${'x'.repeat(99)}end`

test('a table fits the terminal: long values lose their middle, no line wraps', () => {
  const style = styleOf(session(on, { columns: 60, env: { NO_COLOR: '1' } }).terminal)
  const text = renderTable(style, ['Vendor', 'Secret'], [['shop', `${secret}\n${secret}`]])
  for (const line of text.trimEnd().split('\n')) expect(line.length).toBeLessThanOrEqual(60)
  expect(text).toMatch(/key_test_x+…x+end/)
})

test('what is piped is whole and without colour', () => {
  const style = styleOf(session(on).terminal)
  expect(renderTable(style, ['Secret'], [[style.red(secret)]])).toContain(` ${secret} `)
})

test('colours only on a terminal that wants them', () => {
  const red = (columns: number | undefined, env: NodeJS.ProcessEnv) =>
    styleOf(session(on, { ...(columns !== undefined && { columns }), env }).terminal).red('x')
  expect(red(80, {})).not.toBe('x')
  expect(red(undefined, {})).toBe('x')
  expect(red(80, { NO_COLOR: '1' })).toBe('x')
  expect(red(80, { TERM: 'dumb' })).toBe('x')
})

test('every command has help with an example', async () => {
  const commands = [
    'start',
    'run',
    'env',
    'reset',
    'coverage',
    'world',
    'world list',
    'world new',
    'world remove',
    'world reset',
    'clock',
    'clock show',
    'clock freeze',
    'clock run',
    'clock advance',
    'logs',
    'logs list',
    'logs show',
    'logs clear',
    'webhooks',
    'webhooks listen',
    'webhooks list',
    'webhooks replay',
    'webhooks trigger',
    'webhooks roll',
  ]
  for (const command of ['', ...commands]) {
    const ran = await standin(on, [...command.split(' ').filter(Boolean), '--help'])
    expect(ran.code, command).toBe(0)
    expect(ran.out, command).toMatch(new RegExp(`Examples?:\\n {2}\\$ .*standin ${command.split(' ')[0]}`))
  }
  expect((await standin(on, ['--version'])).out).toMatch(/^\d+\.\d+\.\d+\n$/)
})
