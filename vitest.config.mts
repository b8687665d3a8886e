import path from 'node:path';
import { defineConfig } from 'vitest/config';

const resolve = { alias: { '@shared': path.resolve('shared') } };
const slow = { testTimeout: 120_000, hookTimeout: 120_000, pool: 'forks' as const, maxWorkers: 2 };
// A busy machine draws late: what is polled for may take as long as what is waited for.
const windows = {
  ...slow,
  // Two desks and an endpoint are set up in one hook.
  hookTimeout: 300_000,
  globalSetup: ['test/helpers/clubs-folder.ts'],
  setupFiles: ['test/helpers/own-display.ts'],
  expect: { poll: { timeout: 15_000 } },
};

/** A drill of many rounds takes as much longer. */
const faultsTimeout = Math.max(600_000, Number(process.env.DESKBOOK_ROUNDS ?? 0) * 90_000);

export default defineConfig({
  test: {
    projects: [
      // Seconds on a free machine; a property's hundreds of histories take longer beside other work.
      { resolve, test: { name: 'unit', include: ['test/unit/**/*.test.ts'], testTimeout: 60_000 } },
      { resolve, test: { name: 'integration', include: ['test/integration/**/*.test.ts'], ...slow } },
      { resolve, test: { name: 'e2e', include: ['test/e2e/**/*.e2e.ts'], ...windows } },
      {
        resolve,
        test: {
          name: 'faults',
          include: ['test/faults/**/*.test.ts'],
          ...windows,
          testTimeout: faultsTimeout,
        },
      },
      // `npm run tour`: not part of `npm test`.
      { resolve, test: { name: 'tour', include: ['test/tour/**/*.tour.ts'], ...windows, bail: 1 } },
    ],
  },
});
