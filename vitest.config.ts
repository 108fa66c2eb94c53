import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    pool: 'forks',
    // The default leaves one core to itself: on the two of CI that is half of them.
    maxWorkers: '100%',
    setupFiles: ['test/support/no-outside-network.ts'],
    testTimeout: 20_000,
    hookTimeout: 30_000,
  },
})
