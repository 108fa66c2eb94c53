import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** What a run of the tests puts among temporary files stands in one folder, which goes with it: workers are ended, they do not exit. */
let folder: string

export function setup(): void {
  folder = mkdtempSync(join(tmpdir(), 'standin-tests-'))
  Object.assign(process.env, { TMPDIR: folder, TEMP: folder, TMP: folder })
}

export function teardown(): void {
  rmSync(folder, { recursive: true, force: true })
}
