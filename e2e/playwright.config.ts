import { defineConfig } from '@playwright/test';
import { within } from '../tools/test/patience.mjs';
import { WORKERS } from './harness/workers.js';

export default defineConfig({
  testDir: 'journeys',
  outputDir: 'out',
  workers: WORKERS,
  fullyParallel: false,
  retries: 0,
  timeout: within(90_000),
  expect: { timeout: within(15_000) },
  forbidOnly: Boolean(process.env.CI),
  reporter: 'list',
});
