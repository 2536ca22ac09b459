import { defineConfig } from '@playwright/test';

/** One journey at a time: they listen to tones, look at clocks and share one X display. */
export default defineConfig({
  testDir: 'journeys',
  outputDir: 'out',
  workers: 1,
  fullyParallel: false,
  retries: 0,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  forbidOnly: Boolean(process.env.CI),
  reporter: 'list',
});
