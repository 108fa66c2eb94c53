import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { mailchimp } from '../../../mocks/mailchimp/index.js'
import type { MailchimpWorld } from '../../../mocks/mailchimp/world.js'
import { packageRoot } from '../../../src/engine/generated.js'
import { Sandbox } from '../../../src/engine/sandbox.js'
import { readFile } from '../../../src/engine/scenarios/files.js'
import { RunningScenario } from '../../../src/engine/scenarios/running.js'

const FOLDER = join(packageRoot(), 'mocks/mailchimp/scenarios')
const files = readdirSync(FOLDER)

/** A scenario begun in a sandbox of its own: what it seeds is there, or it does not begin. */
async function begin(file: string) {
  const sandbox = await Sandbox.create({ vendors: [mailchimp], frozen: true, at: Date.UTC(2026, 0, 1), strict: true })
  const running = await RunningScenario.start(readFile(join(FOLDER, file)), sandbox, 'default')
  const runtime = sandbox.runtime('mailchimp')
  if (!runtime) throw new Error('The sandbox has no Mailchimp.')
  // A scenario begins in a world that was made anew.
  return { sandbox, running, view: sandbox.defaultWorld.view<MailchimpWorld>(runtime, '') }
}

test.each(files)('%s can be begun, and judges', async (file) => {
  const { running } = await begin(file)
  expect(await running.check()).toHaveProperty('outcome')
})

test('the scenario of a cleaned bounce cleans', async () => {
  const { sandbox, view } = await begin('cleaned-bounce.yaml')
  await sandbox.defaultWorld.scheduler.advanceTo(sandbox.defaultWorld.clock.now() + 5000)
  expect(view.members.all()).toMatchObject([{ status: 'cleaned', compliance: 'bounced' }])
})

test('the scenario of a forgotten address has forgotten it', async () => {
  const { view } = await begin('forgotten-address.yaml')
  const [list] = view.lists.all()
  expect(view.forgotten.has(list?.id ?? '', 'ada@lovelace.test')).toBe(true)
})
