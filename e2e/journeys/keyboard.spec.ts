import type { Locator, Page } from '@playwright/test';
import { within } from '../../tools/test/patience.mjs';
import { expect, test } from '../harness/fixtures.js';

/**
 * What has the focus, read in one step, because the page may remove the element between two. `null`: the browser's own
 * toolbars.
 */
const focused = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return null;
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    return {
      isVisible: element.matches(':focus-visible'),
      hasOutline: outlineStyle === 'solid' && parseFloat(outlineWidth) >= 2,
    };
  });

/** Presses Tab until the wanted element has the focus. Every element before it must show a focus ring. */
async function tabTo(page: Page, wanted: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  const stopped: string[] = [];
  await expect(wanted).toBeVisible();
  for (let stops = 0; stops < 25; stops++) {
    await page.keyboard.press(key);
    await expect(async () => {
      expect([null, { isVisible: true, hasOutline: true }]).toContainEqual(await focused(page));
    }).toPass({ timeout: within(15_000) });
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    stopped.push(await page.evaluate(() => document.activeElement!.textContent.trim().slice(0, 40)));
  }
  throw new Error(`it is not reached within these stops: ${stopped.join(' · ')}`);
}
/** The heading is announced first, and the focus is trapped. */
async function holdsFocus(page: Page): Promise<void> {
  await expect(page.getByRole('dialog').getByRole('heading').first()).toBeFocused();
}
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

test(
  'a customer joins, refuses, allows, chooses, stops and leaves by keyboard alone',
  { tag: '@display' },
  async ({ csr, person, site }) => {
    const number = await csr.startSession();
    const page = await (await person({ tone: 880 })).newPage();
    const { keyboard } = page;
    await page.goto(`${site.origin}/`);
    await expect(page.getByLabel('Session number')).toBeFocused();
    await keyboard.type(number);
    await tabTo(page, page.getByLabel('Your name (optional)'));
    await keyboard.type('Park Jihun');
    await keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
    await csr.seesCustomer('Park Jihun');
    await expect(button(page, 'Talk')).toBeEnabled();
    await tabTo(page, button(page, 'Talk'));

    await csr.press('requestViewDesktop');
    await holdsFocus(page);
    await keyboard.press('Escape');
    await expect(csr.page.getByTestId('last-share')).toContainText('not allowed');
    await expect(button(page, 'Talk')).toBeFocused();

    await csr.press('requestViewDesktop');
    await holdsFocus(page);
    await tabTo(page, page.getByLabel('just this once'));
    await keyboard.press('ArrowDown');
    await expect(page.getByLabel('for 10 minutes')).toBeChecked();
    await tabTo(page, button(page, 'Allow'));
    await keyboard.press('Enter');
    await expect(page.getByRole('dialog')).toContainText('Choose what to share');
    await holdsFocus(page);
    await tabTo(page, button(page, 'Choose now'));
    await keyboard.press('Enter');
    await expect(csr.screen).toBeVisible();
    await expect(button(page, 'Talk')).toBeFocused();
    await tabTo(page, button(page, 'Stop'), 'Shift+Tab');
    await keyboard.press('Enter');
    await expect(csr.page.getByTestId('last-share')).toContainText('stopped by the customer');
    await expect(page.locator('.strip')).toContainText('No one is viewing your screen');
    await tabTo(page, button(page, 'Revoke'));
    await keyboard.press('Enter');
    await expect(button(page, 'Revoke')).toHaveCount(0);

    await tabTo(page, page.locator('.controls').getByRole('button', { name: 'Leave' }));
    await keyboard.press('Enter');
    await holdsFocus(page);
    await keyboard.press('Escape');
    await expect(page.locator('.controls').getByRole('button', { name: 'Leave' })).toBeFocused();
    await keyboard.press('Enter');
    await holdsFocus(page);
    await tabTo(page, page.getByRole('dialog').getByRole('button', { name: 'Leave' }));
    await keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: 'You left the session' })).toBeFocused();
  },
);

test(
  'a CSR starts, invites, changes tabs, asks to see the screen and ends by keyboard alone',
  { tag: '@display' },
  async ({ csr, joins, site }) => {
    const { page } = csr;
    const { keyboard } = page;
    await page.goto(`${site.origin}/console/`);
    await tabTo(page, button(page, 'Start a session'));
    await keyboard.press('Enter');
    await expect(page.getByTestId('big-number')).toHaveText(/\d{3} \d{3} \d{3}/);
    const number = (await page.getByTestId('big-number').innerText()).replace(/\s/g, '');

    await tabTo(page, button(page, 'Invite by email or link'));
    await keyboard.press('Enter');
    await holdsFocus(page);
    await tabTo(page, page.getByLabel('Email address'));
    await keyboard.type('jihun@example.org');
    await keyboard.press('Enter');
    await expect(page.getByRole('dialog').getByTestId('invitation-state')).toHaveText('Not sent: no email server');
    await tabTo(page, page.getByRole('dialog').locator('.mail-link').getByRole('button', { name: 'Copy link' }));
    await keyboard.press('Escape');
    await expect(button(page, 'Invite by email or link')).toBeFocused();

    const customer = await joins(number);
    await csr.seesCustomer('Park Jihun');
    for (const [key, name] of [
      [2, 'Desktop'],
      [3, 'Application'],
      [4, 'Session'],
      [1, 'Tools'],
    ] as const) {
      await keyboard.press(`Alt+${key}`);
      await expect(page.getByRole('tab', { name, exact: true })).toHaveAttribute('aria-selected', 'true');
    }
    await tabTo(page, page.getByRole('tab', { name: 'Tools', exact: true }));
    await keyboard.press('ArrowRight');
    await keyboard.press('Enter');
    await expect(page.getByRole('tab', { name: 'Desktop', exact: true })).toHaveAttribute('aria-selected', 'true');
    await tabTo(page, csr.tool('requestControlDesktop'));
    await expect(csr.tool('requestControlDesktop')).toHaveAccessibleDescription(/Support Manager/);
    await expect(button(page, 'Use “Request view”')).toBeVisible(); // the suggested alternative is one Tab away
    await tabTo(page, button(page, 'Use “Request view”'));

    await keyboard.press('Control+k');
    await expect(page.getByLabel('Search')).toBeFocused();
    await keyboard.type('request view');
    await keyboard.press('Enter');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await customer.allow();
    await customer.pick();
    await expect(csr.screen).toBeVisible();
    await tabTo(page, button(page, '100 %'));
    await keyboard.press('Space');
    await expect(button(page, '100 %')).toHaveAttribute('aria-pressed', 'true');

    await keyboard.press('Control+k');
    await keyboard.type('end');
    await keyboard.press('Enter');
    await expect(page.getByRole('dialog')).toContainText('End the session for everyone?');
    await holdsFocus(page);
    await tabTo(page, page.getByTestId('confirm-end'));
    await keyboard.press('Enter');
    await page.waitForURL(/\/reports\//);
    await expect(page.getByTestId('timeline')).toContainText('ended by the support representative');
  },
);
