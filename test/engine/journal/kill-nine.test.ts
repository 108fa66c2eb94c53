import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { killNine } from '../../../bench/kill-nine/kill-nine.js'
import { temporaryFolder } from '../../support/temporary-folder.js'

/** Two hundred times: `node dist/bench/kill-nine/run.js`. */
test('killed with -9 five times under load: nothing acknowledged is lost, nothing untold, and what came twice says so', async () => {
  const server = resolve('dist/bench/kill-nine/server.js')
  const report = await killNine({ server, folder: temporaryFolder(), kills: 5, most: 200_000 })
  expect(report.wrong).toEqual([])
  expect(report.acknowledged).toBeGreaterThan(0)
  expect(report.events).toBeGreaterThan(0)
}, 60_000)
