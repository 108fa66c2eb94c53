import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { catalog } from '../../src/catalog.js'
import { countCoverage, coverageOf } from '../../src/engine/control/coverage.js'
import { packageRoot } from '../../src/engine/generated.js'
import { VendorRuntime } from '../../src/engine/vendor-runtime.js'

const FILE = join(packageRoot(), 'docs', 'coverage.md')

async function page(): Promise<string> {
  const parts = [
    '# Coverage: what stands behind each operation',
    '`modelled`: code with the semantics of the vendor. `generic`: its description alone, with state. `refused`: a 501 that names the operation. The answer says which in `Standin-Fidelity`.',
    'Made by a test from what is in the code: `UPDATE_DOCS=1 npx vitest run test/docs`.',
  ]
  for (const load of Object.values(catalog)) {
    const runtime = await VendorRuntime.load(await load())
    const { modelled, generic, refused, total } = countCoverage(runtime)
    parts.push(`## ${runtime.definition.label} ${runtime.description.version} (${runtime.description.source})`)
    parts.push(`${total} operations: ${modelled} modelled, ${generic} generic, ${refused} refused.`)
    const rows = coverageOf(runtime).map(
      ({ operation, fidelity, why }) => `| \`${operation}\` | ${fidelity}${why ? `: ${why}` : ''} |`,
    )
    parts.push(['| operation | what stands behind it |', '|---|---|', ...rows].join('\n'))
  }
  return `${parts.join('\n\n')}\n`
}

test('docs/coverage.md says what is so', async () => {
  const now = await page()
  if (process.env.UPDATE_DOCS) writeFileSync(FILE, now)
  expect(readFileSync(FILE, 'utf8')).toBe(now)
  // All vendors are compiled for it.
}, 60_000)
