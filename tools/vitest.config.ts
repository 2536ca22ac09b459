import { defineConfig } from 'vitest/config';
import { within } from './test/patience.mjs';

export default defineConfig({
  test: {
    include: ['**/*.test.mjs'],
    exclude: ['boundaries/planted-faults/**'],
    environment: 'node',
    testTimeout: within(5000),
    expect: { poll: { timeout: within(1000) } },
  },
});
