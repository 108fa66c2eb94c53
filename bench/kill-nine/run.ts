import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { killNine } from './kill-nine.js'

/** By hand: `node dist/bench/kill-nine/run.js [kills] [fsync]`. Default 200. */
const [kills = '200', fsync = ''] = process.argv.slice(2)
const folder = mkdtempSync(join(tmpdir(), 'standin-kill-nine-'))
const onKill = (count: number) => void (count % 20 === 0 && process.stderr.write(`${count} kills\n`))
const server = fileURLToPath(new URL('./server.js', import.meta.url))
const report = await killNine({ server, folder, kills: Number(kills), most: 300_000, fsync: fsync === 'fsync', onKill })
process.stdout.write(`${JSON.stringify(report, null, 2)}\n`)
if (report.wrong.length === 0) rmSync(folder, { recursive: true })
else process.stdout.write(`The state is in ${folder}.\n`)
process.exitCode = report.wrong.length === 0 ? 0 : 1
