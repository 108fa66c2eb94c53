import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { tableOf, unverifiedMarks } from './unverified.js'

const DOC = 'docs/fidelity.md'
const vendors = readdirSync('mocks', { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && existsSync(join('mocks', entry.name, 'index.ts')))
  .map(({ name }) => name)

/** `UPDATE_DOCS=1 npx vitest run test/docs` writes the tables anew; the text around them is written by hand. */
function update(vendor: string, table: string): void {
  const doc = readFileSync(DOC, 'utf8')
  const between = new RegExp(`(<!-- unverified ${vendor} -->\n)[\\s\\S]*?(\n<!-- end -->)`)
  const written = between.test(doc)
    ? doc.replace(between, (_all, begin: string, end: string) => begin + table + end)
    : `${doc.trimEnd()}\n\n## ${vendor}: points not verified\n\n<!-- unverified ${vendor} -->\n${table}\n<!-- end -->\n`
  writeFileSync(DOC, written)
}

test.each(vendors)(
  'every @unverified of mocks/%s is listed in docs/fidelity.md, and nothing that is verified by now',
  (vendor) => {
    const marks = [
      ...unverifiedMarks(`mocks/${vendor}`),
      ...(existsSync(`contracts/${vendor}`) ? unverifiedMarks(`contracts/${vendor}`) : []),
    ]
    const table = tableOf(marks)
    if (process.env.UPDATE_DOCS) update(vendor, table)

    const doc = readFileSync(DOC, 'utf8')
    const section = doc.split(`<!-- unverified ${vendor} -->\n`)[1]?.split('\n<!-- end -->')[0] ?? ''
    const listed = new Set(section.split('\n'))
    const rows = table.split('\n')

    expect(rows.filter((row) => !listed.has(row))).toEqual([])
    expect([...listed].filter((row) => !rows.includes(row))).toEqual([])
  },
)

test('what a mark says is read up to the next tag', () => {
  const marks = unverifiedMarks('test/docs/marks')

  expect(marks).toEqual([
    { file: 'test/docs/marks/example.ts', text: 'one: wording, over two lines' },
    { file: 'test/docs/marks/example.ts', text: 'two: all of it' },
  ])
})
