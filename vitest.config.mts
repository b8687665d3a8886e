import path from 'node:path';
import { defineConfig } from 'vitest/config';

const resolve = { alias: { '@shared': path.resolve('shared') } };
const slow = { testTimeout: 120_000, hookTimeout: 120_000, pool: 'forks' as const, maxWorkers: 2 };

export default defineConfig({
  test: {
    projects: [
      { resolve, test: { name: 'unit', include: ['test/unit/**/*.test.ts'] } },
      { resolve, test: { name: 'integration', include: ['test/integration/**/*.test.ts'], ...slow } },
      { resolve, test: { name: 'e2e', include: ['test/e2e/**/*.e2e.ts'], ...slow } },
      { resolve, test: { name: 'faults', include: ['test/faults/**/*.test.ts'], ...slow, testTimeout: 600_000 } },
    ],
  },
});
