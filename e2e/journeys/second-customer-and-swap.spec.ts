import { Customer } from '../actors/customer.js';
import { expect, test } from '../harness/fixtures.js';
import { numberIn } from '../harness/video.js';
import { viewDesktop } from '../harness/view-desktop.js';
import { within } from '../../tools/test/patience.mjs';

test(
  'a second customer is admitted, watches, and becomes the primary one: the former one’s screen is not visible any more',
  { tag: '@display' },
  async ({ csr, joins, person, site }) => {
    const number = await csr.startSession();
    const first = await joins(number);
    await csr.seesCustomer('Park Jihun');
    const second = new Customer(await (await person({ tone: 550 })).newPage());
    await second.page.goto(`${site.origin}/`);
    await second.typeNumber(number, 'Choi Yuna');
    await csr.page.getByRole('button', { name: 'Let in too' }).click();
    await second.isInRoom();
    await expect(second.page.getByText('You can watch and chat here. Park Jihun is being helped.')).toBeVisible();
    await expect(second.page.getByRole('button', { name: 'Talk', exact: true })).toHaveCount(0);

    const shown = await viewDesktop(csr, first);
    await expect.poll(() => numberIn(second.shownScreen), { timeout: within(15_000) }).toBe(shown);
    await expect(first.strip).toContainText('Choi Yuna');

    const line = await csr.openPerson('Choi Yuna');
    await line.getByRole('button', { name: 'Make primary customer' }).click();
    await csr.page.getByTestId('confirm-person').click();
    await csr.seesCustomer('Choi Yuna');
    await expect(csr.screen).toHaveCount(0);
    await expect(first.strip).toContainText('No one is viewing your screen');
    await expect(first.page.getByText('You can watch and chat here')).toBeVisible();

    await csr.press('requestViewDesktop');
    await expect(second.consent).toContainText('would like to see your entire screen');
    await second.allow();
    await second.pick();
    await expect.poll(() => numberIn(csr.screen), { timeout: within(15_000) }).toBe(shown);
    await expect.poll(() => numberIn(first.shownScreen), { timeout: within(15_000) }).toBe(shown);
  },
);
