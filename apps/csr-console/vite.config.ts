import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vite';
import { pages } from '../../tools/pages/build.mjs';
import { iconPaths } from '../../tools/pages/icons.mjs';
import { buildTargets } from '../../tools/pages/floor.mjs';

/** What a CSR's browser downloads before the console can be used: what it has now, and little more. */
const BUDGET = { bytes: 150_000, perFile: 0, besides: 0 };

export default defineConfig({
  base: '/console/',
  plugins: [vue(), iconPaths(), pages({ page: 'console', base: '/console/', budget: BUDGET })],
  resolve: { conditions: ['source', 'module', 'browser', 'development|production'] },
  define: {
    __VUE_OPTIONS_API__: false,
    __VUE_PROD_DEVTOOLS__: false,
    __VUE_I18N_LEGACY_API__: false,
    __VUE_I18N_FULL_INSTALL__: false,
  },
  build: {
    target: buildTargets('console'),
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
});
