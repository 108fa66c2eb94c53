import { z } from 'zod'
import { packBundle } from '../../bundles/bundle.js'
import { saveBundle } from '../../bundles/save-bundle.js'
import { SandboxError } from '../../errors.js'
import { command } from '../command.js'
import { FileAnswer } from '../file-answer.js'

const query = z.strictObject({
  /** A snapshot that is kept by name; default: the beginning of the record. */
  from: z.string().optional(),
})

/** What has happened in a world, as a file that can be handed on: without secrets and personal data. */
export const writeBundle = command({
  query,
  run: async ({ control, world, query: { from } }) => {
    const { sandbox, recorder } = control
    if (!recorder) {
      const remedy = 'Start without --no-record (in the configuration: record: true).'
      throw new SandboxError('SANDBOX_CONFLICT', 'This sandbox records nothing.', remedy)
    }
    const snapshot = from === undefined ? undefined : sandbox.snapshots.get(from)
    const bundle = await saveBundle(sandbox, recorder.of(world, snapshot), control.version)
    try {
      return new FileAnswer(`${world.name}.standin`, packBundle(bundle))
    } finally {
      bundle.start.files.close()
    }
  },
})
