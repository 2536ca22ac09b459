import type { Page } from '@playwright/test';
import { expect } from '../harness/fixtures.js';
import type { Language } from '../harness/looks.js';
import type { Tour } from '../harness/tour.js';
import { ask, CAST, end, PASSWORD, setting, type Walk } from './place.js';

/** Before anybody has signed in there is one page for both languages: it is looked at in one, then in the other. */
export async function walkGates({ product: { origin, email, password }, person }: Walk, tours: Record<Language, Tour>) {
  const context = await person({ locale: 'ko' });
  const page = await context.newPage();
  const button = page.locator('form .ui-button.primary');
  const field = (nth: number) => page.locator('form input').nth(nth);
  async function inBoth(state: string, choose: (language: Language) => Promise<unknown>): Promise<void> {
    for (const language of ['en', 'ko'] as const) {
      await choose(language);
      await expect(page.locator('html')).toHaveAttribute('lang', language);
      await tours[language].see(page, 'console', state);
    }
  }
  const byChoice = (language: Language) => page.locator('.language-choice').selectOption(language);

  await page.goto(`${origin}/console/`);
  await inBoth('sign-in', byChoice);
  await field(0).fill(email);
  await field(1).fill('not the password');
  await button.click();
  await page.getByRole('alert').waitFor();
  await inBoth('sign-in-wrong', byChoice);
  await field(1).fill(password);
  await button.click();
  await expect(field(1)).toHaveAttribute('autocomplete', 'new-password');
  await inBoth('new-password', byChoice);
  await field(0).fill('short');
  await field(1).fill('short');
  await button.click();
  await page.getByRole('alert').waitFor();
  await inBoth('new-password-weak', byChoice);
  await field(0).fill(PASSWORD);
  await field(1).fill(PASSWORD);
  await button.click();
  await page.waitForURL(/first-run/);
  await inBoth('first-run', byChoice);
  await field(0).fill(CAST.ko.csr);
  await field(1).fill(CAST.ko.site);
  await button.click();

  await expect(page.locator('.hero-start')).toBeVisible();
  const called = (language: Language) => enter(page, origin, language);
  await inBoth('home-empty', called);
  await page.goto(`${origin}/console/mails`);
  await inBoth('mails-empty', called);
  await page.goto(`${origin}/console/admin/settings`);
  await inBoth('settings', called);
  await page.goto(`${origin}/console/password`);
  await inBoth('password', called);
  await page.goto(`${origin}/console/`);
  await page.locator('.hero-more button').last().click();
  await page.getByTestId('big-number').waitFor();
  await inBoth('guide', called);
  await ask(context, origin, 'staff', 'mutation { finishGuide { id } }');
  await end(page, origin, page.url().split('/').at(-1)!);
}

/** Gives the site and its CSR the names of a language, and the console that language; the page is loaded anew. */
export async function enter(page: Page, origin: string, language: Language): Promise<void> {
  const { csr, site } = CAST[language];
  const changes =
    'mutation($p: ProfileInput!, $l: Locale!) { setMyProfile(input: $p) { id } setMyLocale(locale: $l) { id } }';
  await ask(page.context(), origin, 'staff', changes, { p: { name: csr, organisation: '' }, l: language });
  await setting(page.context(), origin, 'siteName', site);
  await page.reload();
}
