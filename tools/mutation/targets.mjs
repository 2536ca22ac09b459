// What is mutated, and by which tests it must be noticed.

/** Nothing in these decides anything: tables of words, types, and what is generated. */
const NOT_DECIDING = ['**/*.test.ts', '**/index.ts', '**/types.ts', '**/gql/**', '**/texts/**'];

const client = (folder) => ({
  mutate: `${folder}/src/**/*.ts`,
  leftOut: NOT_DECIDING,
  tests: folder,
  config: `${folder}/vitest.config.ts`,
});

/** @type {Record<string, { mutate: string, leftOut: string[], tests: string, config: string }>} by the name that the command takes */
export const TARGETS = {
  'libs/domain': client('libs/domain'),
  'libs/session-client': client('libs/session-client'),
  'libs/media': client('libs/media'),
  policies: {
    mutate: 'apps/api/src/features/**/*.policy.ts',
    leftOut: [],
    tests: 'apps/api/src/features',
    config: 'tools/mutation/vitest.policies.ts',
  },
};
