import { defineConfig } from 'vitest/config';
import { within } from '../../tools/test/patience.mjs';

export default defineConfig({
  resolve: {
    conditions: ['source', 'module', 'node', 'development|production'],
    // graphql 16 is two copies otherwise: Vite picks index.mjs, what Node loads itself (Apollo, type-graphql) index.js.
    alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }],
  },
  ssr: { resolve: { conditions: ['source', 'module', 'node', 'development|production'] } },
  test: {
    include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
    environment: 'node',
    globalSetup: './test/db/global-setup.ts',
    setupFiles: ['reflect-metadata'],
    // A database a worker, emptied for every file: opening one costs seconds, emptying it milliseconds.
    pool: 'forks',
    isolate: false,
    maxWorkers: 2,
    testTimeout: within(20_000),
    hookTimeout: within(60_000),
    expect: { poll: { timeout: within(1000) } },
  },
});
