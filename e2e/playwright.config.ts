import { defineConfig } from '@playwright/test';
import { within } from '../tools/test/patience.mjs';

/** Two files of journeys beside each other: each worker has a product, browsers and an X display of its own. */
export default defineConfig({
  testDir: 'journeys',
  outputDir: 'out',
  workers: 2,
  fullyParallel: false,
  retries: 0,
  timeout: within(90_000),
  expect: { timeout: within(15_000) },
  forbidOnly: Boolean(process.env.CI),
  reporter: 'list',
});
