import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vite';

const api = process.env.TANDEM_API ?? 'http://localhost:4100';

export default defineConfig({
  plugins: [vue()],
  resolve: { conditions: ['source', 'module', 'browser', 'development|production'] },
  define: {
    __VUE_OPTIONS_API__: false,
    __VUE_PROD_DEVTOOLS__: false,
    __VUE_I18N_LEGACY_API__: false,
    __VUE_I18N_FULL_INSTALL__: false,
  },
  build: { target: 'es2022', assetsInlineLimit: 0, modulePreload: { polyfill: false } },
  server: {
    proxy: {
      '/images': { target: api },
      '/fonts': { target: api },
      '/graphql': { target: api, ws: true },
      '/livekit': { target: api, ws: true },
    },
  },
});
