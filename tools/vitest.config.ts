import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: { include: ['**/*.test.mjs'], exclude: ['boundaries/planted-faults/**'], environment: 'node' },
});
