/** Four kinds of tests: pure rules, real parts without the app, the app itself, and faults done to it. */
import path from 'node:path';
import { defineConfig } from 'vitest/config';

/** Tests that start the app share one machine's screen and disk: one file at a time. */
const app = { fileParallelism: false, testTimeout: 120_000, hookTimeout: 120_000 };

export default defineConfig({
  resolve: { alias: { '@shared': path.resolve('shared') } },
  test: {
    projects: [
      { extends: true, test: { name: 'unit', include: ['test/unit/**/*.test.ts'] } },
      { extends: true, test: { name: 'integration', include: ['test/integration/**/*.test.ts'], testTimeout: 60_000 } },
      { extends: true, test: { name: 'e2e', include: ['test/e2e/**/*.e2e.ts'], ...app } },
      { extends: true, test: { name: 'faults', include: ['test/faults/**/*.test.ts'], ...app } },
    ],
  },
});
