import { quasar } from '@quasar/vite-plugin';
import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vite';
import { pages } from '../../tools/pages/build.mjs';
import { buildTargets } from '../../tools/pages/floor.mjs';

const api = process.env.TANDEM_API ?? 'http://localhost:4100';

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
  server: {
    proxy: {
      '/images': { target: api },
      '/fonts': { target: api },
      '/graphql': { target: api, ws: true },
      '/livekit': { target: api, ws: true },
    },
  },
});
