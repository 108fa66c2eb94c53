import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

/** An empty directory that is gone after the test. */
export async function temporaryDirectory(): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'standin-test-'))
  onTestFinished(() => rm(dir, { recursive: true, force: true }))
  return dir
}

export const DOMAINS = ['acme.test', 'vendor.example', 'localhost']
