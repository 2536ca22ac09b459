export { default } from '../../tools/test/vitest.client.js';
