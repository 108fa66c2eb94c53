import { measureFaultsOff } from './faults-off.js'
import { measureInProcess } from './in-process.js'
import { measureRates } from './rates.js'
import { measureStartUp } from './start-up.js'

/** `npm run bench`: figures, never verdicts. Rates stand beside those of a bare server measured in turn with ours. */
const progress = (text: string) => process.stderr.write(`  ${text}\n`)
const mb = (bytes: number) => `${(bytes / 1024 / 1024).toFixed(0)} MB`

progress('start-up')
const startUp = await measureStartUp()
const rates = await measureRates(progress)
progress('in process')
const inProcess = await measureInProcess()
progress('faults that are off')
const faults = await measureFaultsOff()

console.log(
  `\nfirst answer after process start: ${startUp.firstAnswer.toFixed(0)} ms (a bare node server: ${startUp.bare.toFixed(0)} ms)`,
)
console.log(
  `memory of \`standin start\`, idle: ${mb(startUp.memory)}; of the stand-in alone: ${mb(rates.memory.idle)}, with 10,000 customers ${mb(rates.memory.at10k)}`,
)
console.log('\noperation      requests/s   p50 ms   p99 ms   of bare (each round)')
for (const { name, rate, p50, p99, ratio, ratios } of rates.rows) {
  const rounds = ratios.map((value) => value.toFixed(2)).join(' ')
  console.log(
    `${name.padEnd(13)}${rate.toFixed(0).padStart(11)}${p50.toFixed(1).padStart(9)}${p99.toFixed(1).padStart(9)}   ${ratio.toFixed(2)}  (${rounds})`,
  )
}
console.log('\nat 100,000 customers, of the ratio at 10,000:')
for (const [name, value] of Object.entries(rates.flat))
  console.log(`${name.padEnd(13)}${value.toFixed(2).padStart(11)}`)
console.log('\nin process, microseconds a call:')
for (const [name, value] of Object.entries(inProcess)) console.log(`${name.padEnd(27)}${value.toFixed(0).padStart(6)}`)
const signed = (value: number) => `${value >= 0 ? '+' : ''}${value.toFixed(1)} %`
console.log(
  `\na fault that is off: ${signed(faults.off)}; one that is on and not met: ${signed(faults.unmet)} (median of pairs)`,
)
