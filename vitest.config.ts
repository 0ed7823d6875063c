import { defineConfig } from 'vitest/config';

/** Three suites: rules and units without services, scenarios on the real stack, replays of recorded histories. */
export default defineConfig({
  test: {
    reporters: process.env['CI'] ? ['default'] : ['default'],
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{rules,workflows,activities,api,config,prisma,backup,dev,bench,worker,docs,web}/**/*.test.ts'],
          exclude: ['**/node_modules/**', '**/generated/**'],
          globalSetup: ['test/support/unit-setup.ts'],
          testTimeout: 120_000,
          hookTimeout: 180_000,
          pool: 'forks',
          maxWorkers: 2,
          // One process runs many files: what they import is read once, which is most of what a pure test takes.
          isolate: false,
        },
      },
      {
        test: {
          name: 'scenarios',
          include: ['test/**/*.test.ts'],
          globalSetup: ['test/support/global-setup.ts'],
          setupFiles: ['test/support/no-promise-hook.ts'],
          testTimeout: 120_000,
          hookTimeout: 180_000,
          pool: 'forks',
          // A test that waits for a timer or a mail leaves its processor to another.
          maxWorkers: 3,
          isolate: false,
        },
      },
    ],
  },
});
