import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    pool: 'forks',
    setupFiles: ['test/support/no-outside-network.ts'],
    testTimeout: 20_000,
    hookTimeout: 30_000,
  },
})
