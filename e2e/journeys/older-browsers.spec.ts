import type { Page } from '@playwright/test';
import { Customer } from '../actors/customer.js';
import { Csr } from '../actors/csr.js';
import { takeAwayWhatIsNew } from '../harness/floor.js';
import { expect, test } from '../harness/fixtures.js';
import { within } from '../../tools/test/patience.mjs';

/** Errors of a page's own code. */
function faultsOf(page: Page): string[] {
  const faults: string[] = [];
  page.on('pageerror', ({ message }) => faults.push(message));
  return faults;
}

test('the oldest supported browsers join, send addresses to each other, and open every main page', async ({
  person,
  site,
}) => {
  test.setTimeout(within(150_000));
  const staff = await person({});
  await staff.addInitScript(takeAwayWhatIsNew, false);
  const csr = await Csr.signIn(staff, site.origin, site);
  const consoleFaults = faultsOf(csr.page);
  const number = await csr.startSession();
  const guest = await person({ isPhone: false });
  await guest.addInitScript(takeAwayWhatIsNew, true);
  const customer = await Customer.join(guest, site.origin, number);
  const portalFaults = faultsOf(customer.page);
  expect(await customer.page.evaluate(() => 'canParse' in URL || 'toSorted' in [])).toBe(false);
  await expect(customer.page.locator('#floor')).toHaveCount(0);

  await customer.write('보세요 https://example.com/a에서');
  for (const one of [csr, customer]) {
    await expect(one.message('https://example.com/a')).toBeVisible();
    await expect(one.page.locator('.chat-text a')).toHaveAttribute('href', 'https://example.com/a');
  }
  await csr.write('see https://example.com/b now');
  await expect(customer.page.locator('.chat-text a')).toHaveCount(2);
  await expect(csr.page.locator('.chat-text a')).toHaveCount(2);

  for (const path of [
    '',
    'admin/branding',
    'admin/settings',
    'admin/users',
    'admin/roles',
    'admin/templates',
    'account',
  ]) {
    await csr.page.goto(`${site.origin}/console/${path}`);
    await expect(csr.page.getByRole('heading').first()).toBeVisible();
  }
  expect({ portalFaults, consoleFaults }).toEqual({ portalFaults: [], consoleFaults: [] });
  await site.endSessions();
});

test('an unsupported browser gets a message in both languages before anything else runs', async ({ person, site }) => {
  const context = await person({});
  await context.addInitScript(() => {
    CSS.supports = () => false;
  });
  for (const path of ['/', '/console/']) {
    const page = await context.newPage();
    await page.goto(site.origin + path);
    await expect(page.locator('#floor')).toContainText('이 브라우저는 너무 오래되어 Tandem이 제대로 작동하지 않습니다');
    await expect(page.locator('#floor')).toContainText('too old for Tandem');
  }
});

test('the console opens where the browser has no screen orientation', async ({ person, site }) => {
  const context = await person({});
  await context.addInitScript(() => Reflect.deleteProperty(Screen.prototype, 'orientation'));
  const page = await context.newPage();
  await page.goto(`${site.origin}/console/`);
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible();
});

test('without cookies no seat is taken, and one sentence says what to do', async ({ csr, person, site }) => {
  const number = await csr.startSession();
  const context = await person({});
  await context.addInitScript(() => {
    Object.defineProperty(Document.prototype, 'cookie', { get: () => '', set: () => undefined });
    for (const name of ['localStorage', 'sessionStorage'])
      Object.defineProperty(globalThis, name, {
        get: () => {
          throw new DOMException('Access is denied', 'SecurityError');
        },
      });
  });
  const page = await context.newPage();
  let joins = 0;
  page.on('request', (request) => (joins += Number(request.postData()?.includes('joinSession') ?? false)));
  await page.goto(`${site.origin}/j/${number}`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Acme|Tandem|.+/);
  await expect(page.getByRole('alert')).toContainText('blocks cookies');
  await page.getByRole('button', { name: 'Join' }).click();
  await page.goto(`${site.origin}/i/abcdef`);
  await expect(page.getByRole('alert')).toContainText('blocks cookies');
  await page.goto(`${site.origin}/console/sign-in`);
  await expect(page.getByRole('alert')).toContainText('blocks cookies');
  expect(joins).toBe(0);
});

test('after an upgrade an open join page reloads with the typed values, and takes no seat', async ({
  csr,
  person,
  site,
}) => {
  const number = await csr.startSession();
  const context = await person({});
  const page = await context.newPage();
  await page.goto(`${site.origin}/`);
  let joins = 0;
  page.on('request', (request) => (joins += Number(request.postData()?.includes('joinSession') ?? false)));
  await page.route(/SessionPage.*\.js/, (route) => route.fulfill({ status: 404, body: '' }));
  await page.getByLabel('Session number').fill(number);
  await page.getByLabel('Your name (optional)').fill('Kim');
  await page.getByRole('button', { name: 'Join' }).click();
  await expect(page.getByText('Tandem has been updated, so this page was reloaded')).toBeVisible();
  expect(joins).toBe(0);
  await expect(page.getByLabel('Your name (optional)')).toHaveValue('Kim');
  await page.unrouteAll();
  await page.getByRole('button', { name: 'Join' }).click();
  await expect(page.locator('.room')).toBeVisible();
  expect(joins).toBe(1);
});

test('where a network blocks WebSocket, the session continues by requests, and the page says whom to ask', async ({
  csr,
  person,
  site,
}) => {
  test.setTimeout(within(120_000));
  const number = await csr.startSession();
  const context = await person({});
  await context.addInitScript(() => {
    const Real = WebSocket;
    // as a proxy does that answers 403
    globalThis.WebSocket = class extends Real {
      constructor(url: string | URL, protocols?: string | string[]) {
        const blocked = new URL(url, location.href);
        blocked.pathname = '/blocked';
        super(blocked, protocols);
      }
    };
  });
  const customer = await Customer.join(context, site.origin, number);
  await expect(customer.notice).toContainText('blocks live updates', { timeout: within(30_000) });
  await customer.write('Can you read me?');
  await expect(csr.message('Can you read me?')).toBeVisible();
  await csr.write('Yes, I can.');
  await expect(customer.message('Yes, I can.')).toBeVisible({ timeout: within(15_000) });
  await csr.page.waitForTimeout(15_000); // after this time the CSR would be informed of a lost connection
  await expect(csr.page.getByText(/lost the connection|disconnected/)).toHaveCount(0);
});

test.describe('a computer whose clock is off', () => {
  for (const [off, minutes] of [
    ['ten minutes ahead', 10],
    ['ten minutes behind', -10],
    ['nine hours ahead', 9 * 60],
  ] as const)
    test(`${off} counts down by the server's clock`, async ({ csr, person, site }) => {
      const number = await csr.startSession();
      const context = await person({});
      await context.addInitScript((ms) => {
        const Real = Date;
        const now = () => Real.now() + ms;
        globalThis.Date = new Proxy(Real, {
          construct: (target, args) => Reflect.construct(target, args.length ? args : [now()]) as Date,
          get: (target, name) => (name === 'now' ? now : (Reflect.get(target, name) as unknown)),
        });
      }, minutes * 60_000);
      const customer = await Customer.join(context, site.origin, number);
      await csr.seesCustomer('Park Jihun');
      await csr.openTab('Desktop');
      await csr.press('requestViewDesktop');
      await expect(customer.consent).toContainText(/answer within (2:00|1:[345]\d)/);
      const before = (await customer.consent.textContent())!;
      await expect.poll(() => customer.consent.textContent()).not.toBe(before); // the countdown continues
      await customer.refuse();
    });
});
