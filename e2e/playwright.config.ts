import { defineConfig } from '@playwright/test';
import { within } from '../tools/test/patience.mjs';

/** One journey at a time: they listen to tones, look at clocks and share one X display. */
export default defineConfig({
  testDir: 'journeys',
  outputDir: 'out',
  workers: 1,
  fullyParallel: false,
  retries: 0,
  timeout: within(90_000),
  expect: { timeout: within(15_000) },
  forbidOnly: Boolean(process.env.CI),
  reporter: 'list',
});
