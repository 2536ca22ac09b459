import type { Page } from '@playwright/test';
import { Customer } from '../actors/customer.js';
import { expect, test } from '../harness/fixtures.js';
import { within } from '../../tools/test/patience.mjs';

/** Whether all of it is inside the window, and its size. */
async function isInSight(page: Page, selector: string): Promise<void> {
  await expect
    .poll(
      () =>
        page.locator(selector).evaluateAll((all) =>
          all.map((element) => {
            const { left, top, right, bottom } = element.getBoundingClientRect();
            const isIn = left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight;
            return isIn && right - left >= 20 && bottom - top >= 40;
          }),
        ),
      { timeout: within(5000), message: `${selector} in sight` },
    )
    .toEqual(expect.not.arrayContaining([false]));
  expect(await page.locator(selector).count()).toBeGreaterThan(0);
}

const FOOT = '.room-foot button';
/** A phone; pages of 1280 × 800 and 390 × 844 enlarged to 200 and 400 per cent, in CSS pixels. */
const ZOOMED = [
  { width: 640, height: 400 },
  { width: 320, height: 200 },
  { width: 195, height: 422 },
  { width: 98, height: 211 },
] as const;

test('on a phone the buttons are always visible, and a new message is shown', async ({ csr, joins }) => {
  test.setTimeout(within(120_000));
  const name = (await csr.page.locator('.account-open').innerText()).trim(); // shown on every page but the dashboard
  const customer = await joins(await csr.startSession(), { isPhone: true });
  const { page } = customer;
  await isInSight(page, FOOT);
  for (const name of ['Talk', 'Turn on camera', 'Chat', 'Leave'])
    await expect(page.locator('.room-foot').getByRole('button', { name })).toBeVisible();
  await expect.poll(() => page.evaluate(() => document.documentElement.scrollHeight <= innerHeight)).toBe(true);

  await csr.write('Could you tell me what you see on your screen now?');
  const bubble = page.getByTestId('message-bubble');
  await expect(bubble).toContainText(name);
  await expect(bubble).toContainText('Could you tell me');
  await isInSight(page, '.bubble');
  await expect(page.getByTestId('open-chat')).toContainText('1 new');
  await page.screenshot(); // no animation is running any more
  await bubble.getByRole('button', { name: /Could you tell me/ }).tap();
  await expect(customer.message('Could you tell me')).toBeVisible();
  await expect(bubble).toHaveCount(0);
  await isInSight(page, FOOT);
  await isInSight(page, '.chat-form textarea');
  await customer.write('A grey window');
  await expect(csr.message('A grey window')).toBeVisible();
  await page.getByTestId('open-chat').tap();
  await expect(page.getByRole('button', { name: /check digits/i })).toHaveAttribute('aria-expanded', 'false');
});

test('at every zoom level the answers to a question and the main buttons stay visible', async ({
  csr,
  person,
  site,
}) => {
  test.setTimeout(within(120_000));
  const customer = await Customer.join(await person({}), site.origin, await csr.startSession());
  const { page } = customer;
  await csr.seesCustomer('Park Jihun');
  await csr.openTab('Desktop');
  await csr.press('requestViewDesktop');
  await expect(customer.consent).toBeVisible();
  const ANSWERS = 'dialog .answers button';
  for (const size of ZOOMED) {
    await page.setViewportSize(size);
    await isInSight(page, ANSWERS);
    const [refuse, allow] = await page
      .locator(ANSWERS)
      .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().width));
    expect(refuse).toBe(allow);
  }
  await page.setViewportSize({ width: 390, height: 844 });
  await page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
  await isInSight(page, ANSWERS);
  await isInSight(page, 'dialog .countdown .ui-button');
  await customer.refuse();
  await isInSight(page, FOOT);
  await page.evaluate(() => (document.documentElement.style.fontSize = ''));
  for (const size of ZOOMED) {
    await page.setViewportSize(size);
    await isInSight(page, FOOT);
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  }
});

test('the whole number is visible while it is typed, whatever the font size', async ({ person, site }) => {
  const page = await (await person({ isPhone: true })).newPage();
  await page.goto(`${site.origin}/`);
  const field = page.getByLabel('Session number');
  await page.setViewportSize({ width: 390, height: 844 });
  for (const size of ['100%', '200%']) {
    await page.evaluate((wanted) => (document.documentElement.style.fontSize = wanted), size);
    await field.fill('111222333');
    expect(await field.evaluate((one) => one.scrollWidth <= one.clientWidth)).toBe(true);
  }
});
