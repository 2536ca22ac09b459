import type { Page } from '@playwright/test';
import { ask, CAST, join, type Walk } from './walk.js';
import type { Session } from './helping.js';

/** A customer who did not expect the call: before joining, and during the session. */
export async function walkUnexpected({ product, language, tour, person, ...rest }: Walk, csr: Page): Promise<void> {
  const { origin } = product;
  const walk = { product, language, tour, person, ...rest };
  const start = 'mutation { startSession { id number } }';
  const { startSession } = await ask<{ startSession: Session }>(csr.context(), origin, 'staff', start);
  const context = await person({ locale: language });
  const page = await context.newPage();
  await page.goto(`${origin}/unexpected-call`);
  await page.locator('.what-now').waitFor();
  await tour.see(page, 'portal', 'unexpected-call');

  await join(context, walk, startSession.number, CAST[language].customer);
  await page.goto(`${origin}/s/${startSession.id}`);
  await page.locator('.unexpected-open').click();
  await page.getByTestId('confirm-unexpected').waitFor();
  await tour.see(page, 'portal', 'unexpected');
  await page.getByTestId('confirm-unexpected').click();
  await page.locator('.what-now').waitFor();
  await tour.see(page, 'portal', 'reported');

  await csr.goto(`${origin}/console/concerns`);
  await csr.locator('.concern').first().waitFor();
  await tour.see(csr, 'console', 'concerns');
  await csr.locator('.concern .ui-button.primary').first().click();
  await csr.locator('.concern-settled').first().waitFor();
  await tour.see(csr, 'console', 'concerns-settled');
}
