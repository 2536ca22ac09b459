import { expect, test } from '../harness/fixtures.js';
import { numberIn } from '../harness/video.js';
import { viewDesktop } from '../harness/view-desktop.js';
import { within } from '../../tools/test/patience.mjs';

test(
  'an outside expert joins by a link that works once, is marked as external, and sees the screen and chats with the CSRs',
  { tag: '@display' },
  async ({ csr, joins, person, site }) => {
    const number = await csr.startSession();
    const customer = await joins(number);
    await csr.seesCustomer('Park Jihun');
    await csr.press('invite');
    await csr.page.getByText('An outside expert').click();
    await csr.page.getByLabel('Name', { exact: true }).fill('Dr. Han');
    await csr.page.getByLabel('Organisation (optional)').fill('Hanbit Software');
    await csr.page.getByRole('button', { name: 'Create link' }).click();
    const link = await csr.page.getByTestId('expert-link').innerText();
    await csr.page.getByRole('button', { name: 'Close' }).click();

    const context = await person({ tone: 990 });
    const guest = await context.newPage();
    await guest.goto(link);
    await expect(guest.getByText('as an outside expert')).toBeVisible();
    await guest.getByRole('button', { name: 'Join the session' }).click();
    await expect(guest.locator('.room')).toBeVisible();
    await expect(guest.getByText('You’re here as an outside expert')).toBeVisible();
    await expect(customer.page.locator('.also')).toContainText('Dr. Han');
    await expect(customer.page.locator('.also')).toContainText('Hanbit Software');
    await expect(customer.page.locator('.also')).toContainText('outside expert');

    const shown = await viewDesktop(csr, customer);
    await expect.poll(() => numberIn(guest.getByTestId('shown-screen')), { timeout: within(15_000) }).toBe(shown);
    await expect(guest.getByRole('button', { name: 'Talk', exact: true })).toHaveCount(0);

    const again = await (await person()).newPage();
    await again.goto(link);
    await expect(again.getByRole('alert')).toContainText('already been used');

    const line = await csr.openPerson('Dr. Han');
    await line.getByLabel('Talk and chat with the customer').check();
    await expect(guest.getByRole('button', { name: 'Talk', exact: true })).toBeEnabled();
    await csr.end();
    await expect(guest.getByText('The session has ended')).toBeVisible();
    await guest.goto(`${site.origin}/console/`);
    await expect(guest.getByLabel('Password')).toBeVisible(); // the expert can open nothing else of the site
  },
);
