import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

/** Files of these change nothing that another one sees: they share what they import, which is half of their time. */
const SHARED = ['mocks', 'engine', 'contracts', 'arch', 'docs'].map((folder) => `test/${folder}/**/*.test.ts`)

const common = {
  pool: 'forks' as const,
  setupFiles: ['test/support/no-outside-network.ts'],
  testTimeout: 40_000,
  hookTimeout: 60_000,
}

export default defineConfig({
  test: {
    // One more than cores: on the two of CI a third of the time is spent waiting, for browsers, sockets and children.
    maxWorkers: availableParallelism() + 1,
    globalSetup: ['test/support/one-temporary-folder.ts'],
    projects: [
      { test: { ...common, name: 'shared', include: SHARED, isolate: false } },
      { test: { ...common, name: 'apart', include: ['test/**/*.test.ts'], exclude: SHARED } },
    ],
  },
})
