// How the tests of browser code run: Vue components compiled, a document without a browser, our own libraries from source.
import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vitest/config';
import { iconPaths } from '../pages/icons.mjs';
import { within } from './patience.mjs';

const conditions = ['source', 'module', 'browser', 'development|production'];

export default defineConfig({
  plugins: [vue(), iconPaths()],
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    include: ['src/**/*.test.ts'],
    environment: 'happy-dom',
    testTimeout: within(5000),
    expect: { poll: { timeout: within(1000) } },
  },
});
