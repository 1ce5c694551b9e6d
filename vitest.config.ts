import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    environment: 'jsdom',
    globals: true,
    setupFiles: ['./vitest.setup.ts'],
    include: ['plugin-sdk/ui/src/**/*.test.{ts,tsx}', 'bundles/*/src/main/ui/src/**/*.test.{ts,tsx}'],
    pool: 'forks',
    maxWorkers: 2,
    css: false,
    testTimeout: 15_000,
  },
})
