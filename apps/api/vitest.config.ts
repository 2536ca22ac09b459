import { configDefaults, defineConfig } from 'vitest/config';
import { within } from '../../tools/test/patience.mjs';

/** Files that change modules of other tests run in a process of their own. */
const ALONE = 'test/**/*.alone.*.test.ts';

export default defineConfig({
  resolve: {
    conditions: ['source', 'module', 'node', 'development|production'],
    // graphql 16 is two copies otherwise: Vite picks index.mjs, what Node loads itself (Apollo, type-graphql) index.js.
    alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }],
  },
  ssr: { resolve: { conditions: ['source', 'module', 'node', 'development|production'] } },
  test: {
    environment: 'node',
    globalSetup: './test/db/global-setup.ts',
    setupFiles: ['reflect-metadata'],
    // A database a worker, emptied for every file: opening one costs seconds, emptying it milliseconds.
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: within(20_000),
    hookTimeout: within(60_000),
    expect: { poll: { timeout: within(1000) } },
    projects: [
      {
        extends: true,
        test: {
          name: 'api',
          include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
          exclude: [...configDefaults.exclude, ALONE],
          isolate: false,
        },
      },
      { extends: true, test: { name: 'alone', include: [ALONE], isolate: true } },
    ],
  },
});
