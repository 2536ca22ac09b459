import { quasar } from '@quasar/vite-plugin';
import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vite';
import { pages } from '../../tools/pages/build.mjs';
import { buildTargets } from '../../tools/pages/floor.mjs';

export default defineConfig({
  base: '/console/',
  plugins: [vue(), quasar({ sassVariables: false }), pages({ page: 'console', base: '/console/' })],
  resolve: { conditions: ['source', 'module', 'browser', 'development|production'] },
  define: {
    __VUE_OPTIONS_API__: true,
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
