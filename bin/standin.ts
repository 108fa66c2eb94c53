#!/usr/bin/env node
process.env.PACT_DO_NOT_TRACK = 'true'
const { main } = await import('../src/cli/main.js')
const { processTerminal } = await import('../src/cli/terminal.js')

const code = await main(process.argv.slice(2), processTerminal(process.exit))
// What was printed is written out first; then nothing that is left open keeps the process.
process.stdout.write('', () => process.stderr.write('', () => process.exit(code)))

export {}
