import type { Page } from '@playwright/test';
import { expect } from '../harness/fixtures.js';
import { walkReplies } from './talking.js';
import { ask, CAST, end, join, setting, type Walk } from './walk.js';

/** The console's other pages, once they have content. */
export async function walkAround(walk: Walk, csr: Page): Promise<void> {
  const { product, language, tour, person } = walk;
  const { origin } = product;
  const { startSession } = await ask<{ startSession: { id: string; number: string } }>(
    csr.context(),
    origin,
    'staff',
    'mutation { startSession { id number } }',
  );
  await join(await person(), walk, startSession.number, CAST[language].customer);
  await join(await person(), walk, startSession.number, CAST[language].other); // waits to be admitted
  await csr.goto(`${origin}/console/`);
  await csr.locator('.waiting a').waitFor();
  await csr.locator('.recent-row').first().waitFor();
  await tour.see(csr, 'console', 'home');
  await csr.locator('input[type="search"]').fill('qqq');
  await csr.locator('.recent-empty').waitFor();
  await tour.see(csr, 'console', 'home-nothing-found');
  await csr.locator('.home-recent .ui-button').click();
  await csr.getByRole('dialog').waitFor();
  await tour.see(csr, 'console', 'export');
  await csr.keyboard.press('Escape');
  await walkTracking(walk, csr);
  await csr.goto(`${origin}/console/account`);
  await csr.getByTestId('live-strip').waitFor();
  await tour.see(csr, 'console', 'live-strip');
  await csr.locator('.account-open').click();
  await csr.locator('.account-menu').waitFor();
  await tour.see(csr, 'console', 'account-menu');

  await csr.goto(`${origin}/console/admin/tokens`);
  await csr.locator('.token-form input[type="text"]').fill(CAST[language].site);
  await csr.locator('.token-form .ui-button').click();
  await csr.getByTestId('token-secret').waitFor();
  await tour.see(csr, 'console', 'token-made');
  await csr.locator('.token-list .ui-button').first().click();
  await csr.getByRole('dialog').waitFor();
  await tour.see(csr, 'console', 'token-revoke');
  await csr.getByRole('dialog').locator('.ui-button').last().click();
  await expect(csr.locator('.token-list .over')).not.toHaveCount(0);
  await tour.see(csr, 'console', 'token-revoked');

  await walkReplies(walk, csr);
  await csr.goto(`${origin}/console/mails`);
  await csr.getByRole('article').waitFor();
  await tour.see(csr, 'console', 'mails');
  for (const place of ['sessions', 'reports']) {
    await csr.goto(`${origin}/console/${place}/${crypto.randomUUID()}`);
    await csr.getByRole('alert').waitFor();
    await tour.see(csr, 'console', `no-such-${place.slice(0, -1)}`);
  }
  await end(csr, origin, startSession.id);
}

const TYPES = { ko: ['프린터', '네트워크', '기타'], en: ['Printer', 'Network', 'Something else'] };

/** A site that requires a tracking code: the form keeps its values when the code is missing. */
async function walkTracking({ product: { origin }, language, tour }: Walk, csr: Page): Promise<void> {
  const set = (key: string, value: unknown) => setting(csr.context(), origin, key, value);
  await set('sessionTypes', TYPES[language]);
  await set('isTrackingCodeRequired', true);
  await csr.goto(`${origin}/console/`);
  await csr.locator('.hero-about select').selectOption(TYPES[language][1]!);
  await csr.locator('.hero-start').click();
  await csr.getByRole('alert').waitFor();
  await tour.see(csr, 'console', 'start-without-code');
  await set('sessionTypes', []);
  await set('isTrackingCodeRequired', false);
}

/** The last step: five wrong numbers lock this address for a while. */
export async function walkLocked(walk: Walk): Promise<void> {
  const { product, language, tour, person } = walk;
  const context = await person({ locale: language });
  for (let tries = 0; tries < 5; tries++) await join(context, walk, '000000001', 'x').catch(() => undefined);
  const page = await context.newPage();
  await page.goto(`${product.origin}/j/000000001`);
  await page.locator('form .ui-button.primary').click();
  await page.getByRole('alert').waitFor();
  await tour.see(page, 'portal', 'join-locked');
}
