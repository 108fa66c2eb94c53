import { defineConfig } from 'vitest/config'

/** Files of these change nothing that another one sees: they share what they import, which is half of their time. */
const SHARED = ['test/mocks/**/*.test.ts', 'test/engine/**/*.test.ts']

const common = {
  pool: 'forks' as const,
  setupFiles: ['test/support/no-outside-network.ts'],
  testTimeout: 20_000,
  hookTimeout: 30_000,
}

export default defineConfig({
  test: {
    // The default leaves one core to itself: on the two of CI that is half of them.
    maxWorkers: '100%',
    projects: [
      { test: { ...common, name: 'shared', include: SHARED, isolate: false } },
      { test: { ...common, name: 'apart', include: ['test/**/*.test.ts'], exclude: SHARED } },
    ],
  },
})
