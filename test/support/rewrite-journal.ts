import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { lineOf, readLines } from '../../src/engine/journal/file/journal-lines.js'

/** Puts other records in the place of those of a state folder's journals, with right checksums. */
export function rewrite(folder: string, change: (record: object) => object): void {
  for (const name of readdirSync(folder).filter((each) => each.endsWith('.journal'))) {
    const path = join(folder, name)
    let chain = 0
    const lines = [...readLines(path)].map((json) => {
      const line = lineOf(JSON.stringify(change(JSON.parse(json))), chain)
      chain = line.chain
      return line.bytes
    })
    writeFileSync(path, Buffer.concat(lines))
  }
}
