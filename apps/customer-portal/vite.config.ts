import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vite';
import { pages } from '../../tools/pages/build.mjs';
import { buildTargets } from '../../tools/pages/floor.mjs';

/** What a customer's browser may download before the first question can be answered, with headers, the site's answers and its sign as they were measured. */
const BUDGET = { bytes: 90_000, perFile: 1000, besides: 3400 };

export default defineConfig({
  plugins: [vue(), pages({ page: 'portal', budget: BUDGET, also: /^texts-/ })],
  resolve: { conditions: ['source', 'module', 'browser', 'development|production'] },
  define: {
    __VUE_OPTIONS_API__: false,
    __VUE_PROD_DEVTOOLS__: false,
    __VUE_I18N_LEGACY_API__: false,
    __VUE_I18N_FULL_INSTALL__: false,
  },
  build: {
    target: buildTargets('portal'),
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
});
