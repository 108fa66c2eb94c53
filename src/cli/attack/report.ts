import { escapeMarkup } from '../../engine/markup.js'
import type { Finding } from './checks.js'

/** JUnit's XML, a test case a finding. */
export function junit(findings: readonly Finding[], url: string): string {
  const failures = findings.filter(({ verdict }) => verdict === 'failed').length
  const skipped = findings.filter(({ verdict }) => verdict === 'not judged').length
  const cases = findings.map(({ id, rule, verdict, said }) => {
    const open = `  <testcase classname="webhooks.attack" name=${attribute(`${id}: ${rule}`)}`
    if (verdict === 'passed') return `${open}/>`
    const tag = verdict === 'failed' ? 'failure' : 'skipped'
    return `${open}><${tag} message=${attribute(said)}/></testcase>`
  })
  const counts = `tests="${findings.length}" failures="${failures}" skipped="${skipped}"`
  const head = `<testsuite name=${attribute(`webhooks attack ${url}`)} ${counts}>`
  return `<?xml version="1.0" encoding="UTF-8"?>\n${head}\n${cases.join('\n')}\n</testsuite>\n`
}

function attribute(text: string): string {
  return `"${escapeMarkup(text)}"`
}

/** SARIF 2.1.0: a result for each finding that failed. @source https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html (read 2026-11) */
export function sarif(findings: readonly Finding[], url: string, version: string): object {
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'standin',
            version,
            rules: findings.map(({ id, rule }) => ({ id, shortDescription: { text: rule } })),
          },
        },
        results: findings
          .filter(({ verdict }) => verdict === 'failed')
          .map(({ id, rule, said }) => ({
            ruleId: id,
            level: 'error',
            message: { text: `${rule} But ${said}.` },
            locations: [{ physicalLocation: { artifactLocation: { uri: url } } }],
          })),
      },
    ],
  }
}
