// The tests of the API's pure rules: no database is started for them.
import { defineConfig } from 'vitest/config';

const conditions = ['source', 'module', 'node', 'development|production'];

export default defineConfig({
  resolve: { conditions, alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  ssr: { resolve: { conditions } },
  test: { environment: 'node', setupFiles: ['reflect-metadata'], include: ['**/*.policy.test.ts'] },
});
