import type { Page } from '@playwright/test';
import { expect } from '../harness/fixtures.js';
import type { Language } from '../harness/looks.js';
import { ask, CAST, end, PASSWORD, setting, type Walk } from './walk.js';

/** Before sign-in a page uses the browser's language, until another one is chosen. */
export async function walkGates({ product: { origin, email, password }, language, tour, person }: Walk) {
  const context = await person({ locale: 'ko' });
  const page = await context.newPage();
  const button = page.locator('form .ui-button.primary');
  const field = (nth: number) => page.locator('form input').nth(nth);
  async function see(state: string, choose: () => Promise<unknown>): Promise<void> {
    await choose();
    await expect(page.locator('html')).toHaveAttribute('lang', language);
    await tour.see(page, 'console', state);
  }
  const byChoice = () => page.locator('.language-choice').selectOption(language);

  await page.goto(`${origin}/console/`);
  await see('sign-in', byChoice);
  await field(0).fill(email);
  await field(1).fill('not the password');
  await button.click();
  await page.getByRole('alert').waitFor();
  await see('sign-in-wrong', byChoice);
  await field(1).fill(password);
  await button.click();
  await expect(field(1)).toHaveAttribute('autocomplete', 'new-password');
  await see('new-password', byChoice);
  await field(0).fill('short');
  await field(1).fill('short');
  await button.click();
  await page.getByRole('alert').waitFor();
  await see('new-password-weak', byChoice);
  await field(0).fill(PASSWORD);
  await field(1).fill(PASSWORD);
  await button.click();
  await page.waitForURL(/first-run/);
  await see('first-run', byChoice);
  await field(0).fill(CAST[language].csr);
  await field(1).fill(CAST[language].site);
  await button.click();

  await expect(page.locator('.hero-start')).toBeVisible();
  const called = () => enter(page, origin, language);
  await see('home-empty', called);
  await page.goto(`${origin}/console/mails`);
  await see('mails-empty', called);
  await page.goto(`${origin}/console/admin/settings`);
  await see('settings', called);
  await page.goto(`${origin}/console/password`);
  await see('password', called);
  await page.goto(`${origin}/console/`);
  await page.locator('.hero-more button').last().click();
  await page.getByTestId('big-number').waitFor();
  await see('guide', called);
  await ask(context, origin, 'staff', 'mutation { finishGuide { id } }');
  await end(page, origin, page.url().split('/').at(-1)!);
}

/** Gives the site and its CSR names in a language, sets the console to that language, and reloads the page. */
export async function enter(page: Page, origin: string, language: Language): Promise<void> {
  const { csr, site } = CAST[language];
  const changes =
    'mutation($p: ProfileInput!, $l: Locale!) { setMyProfile(input: $p) { id } setMyLocale(locale: $l) { id } }';
  await ask(page.context(), origin, 'staff', changes, { p: { name: csr, organisation: '' }, l: language });
  await setting(page.context(), origin, 'siteName', site);
  await page.reload();
}
