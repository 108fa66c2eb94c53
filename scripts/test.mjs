// The checks, then the tests, then one line that says how many passed and failed: each check counts as one.
// Arguments go to vitest: npm test -- test/cli
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const chosen = process.argv.slice(2)

const CHECKS = [
  { name: 'types', command: ['tsc', '--noEmit', '-p', 'tsconfig.json'] },
  { name: 'types of the inspector', command: ['tsc', '--noEmit', '-p', 'src/inspector/page/tsconfig.json'] },
  { name: 'types of what browsers get', command: ['tsc', '--noEmit', '-p', 'mocks/stripe/browser/tsconfig.json'] },
  { name: 'lint', command: ['biome', 'check', '--error-on-warnings', '.'] },
  { name: 'dead code', command: ['knip'] },
]

const counts = { passed: 0, failed: 0, skipped: 0 }

// Who names test files wants those.
if (chosen.length === 0) {
  const first = CHECKS.slice(0, 1)
  // Two at a time: types take as long as the others together.
  const results = await Promise.all([inTurn(first), inTurn(CHECKS.slice(1))])
  for (const { name, code, output } of results.flat()) {
    process.stdout.write(`${code === 0 ? '✓' : '✗'} ${name}\n${code === 0 ? '' : output}`)
    counts[code === 0 ? 'passed' : 'failed']++
  }
}
await tests()

const { passed, failed, skipped } = counts
process.stdout.write(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}\n`)
process.exitCode = failed > 0 ? 1 : 0

async function inTurn(checks) {
  const results = []
  for (const { name, command } of checks) results.push({ name, ...(await run(command, 'pipe')) })
  return results
}

/** Runs vitest. A file that cannot be run at all counts as one failure. */
async function tests() {
  const folder = mkdtempSync(join(tmpdir(), 'standin-tests-'))
  const report = join(folder, 'report.json')
  try {
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
    const { code } = await run(['vitest', 'run', ...reporters, ...chosen], 'inherit')
    const before = counts.failed
    if (existsSync(report)) count(JSON.parse(readFileSync(report, 'utf8')))
    // It failed, and no test says so: an error outside of all tests, or a report that was never written.
    if (code !== 0 && counts.failed === before) counts.failed++
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function count(report) {
  counts.passed += report.numPassedTests
  counts.failed += report.numFailedTests
  counts.skipped += report.numPendingTests + report.numTodoTests
  const broken = report.testResults.filter(({ status, assertionResults }) => {
    return status === 'failed' && !assertionResults.some((result) => result.status === 'failed')
  })
  counts.failed += broken.length
}

function run([program, ...args], stdio) {
  return new Promise((resolve) => {
    const child = spawn(join(root, 'node_modules', '.bin', program), args, {
      cwd: root,
      stdio: ['ignore', stdio, stdio],
      shell: process.platform === 'win32',
    })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8')
      stream?.on('data', (text) => {
        output += text
      })
    }
    child.once('error', (error) => resolve({ code: 1, output: `${error.message}\n` }))
    child.once('close', (code) => resolve({ code: code ?? 1, output }))
  })
}
