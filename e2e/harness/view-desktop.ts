import { expect } from '@playwright/test';
import type { Csr } from '../actors/csr.js';
import type { Customer } from '../actors/customer.js';
import { showOnDisplay } from './display.js';
import { randomNumber } from './seven-segment.js';
import { numberIn } from './video.js';
import { within } from '../../tools/test/patience.mjs';

/**
 * The CSR requests the screen, the customer allows and selects it, and the CSR's page shows the number that was just
 * drawn.
 */
export async function viewDesktop(csr: Csr, customer: Customer): Promise<string> {
  const shown = randomNumber();
  await showOnDisplay(shown);
  await csr.press('requestViewDesktop');
  await customer.allow();
  await customer.pick();
  await expect.poll(() => numberIn(csr.screen), { timeout: within(15_000) }).toBe(shown);
  return shown;
}
