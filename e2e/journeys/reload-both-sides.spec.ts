import { expect, test } from '../harness/fixtures.js';
import { numberIn } from '../harness/video.js';
import { viewDesktop } from '../harness/view-desktop.js';
import { within } from '../../tools/test/patience.mjs';

test(
  'reloads and a closed tab lose nothing: seat, chat, note, and the picture on the CSR’s page',
  { tag: '@display' },
  async ({ csr, joins, site }) => {
    const number = await csr.startSession();
    const customer = await joins(number);
    await csr.seesCustomer('Park Jihun');
    await csr.write('first');
    await csr.note('half a sentence');
    const shown = await viewDesktop(csr, customer);

    await csr.page.reload();
    await expect.poll(() => numberIn(csr.screen), { timeout: within(20_000) }).toBe(shown);
    await expect(csr.message('first')).toHaveCount(1);
    await expect(csr.page.getByRole('textbox', { name: 'Notes' })).toHaveValue('half a sentence');

    // The customer's share can't resume without the browser's picker: it ends, and both are informed.
    await customer.page.reload();
    await customer.isInRoom();
    await expect(customer.message('first')).toHaveCount(1);
    await expect(csr.page.getByTestId('last-share')).toContainText('closed or reloaded');
    await expect(customer.strip).toContainText('No one is viewing your screen');

    // Two reloads of the same window: it reconnects its media without asking which window should have them.
    await customer.page.reload();
    await customer.page.reload();
    await expect(customer.page.getByRole('button', { name: 'Talk' })).toBeEnabled();
    await expect(customer.page.getByRole('button', { name: 'Use here' })).toHaveCount(0);

    const context = customer.page.context();
    await customer.page.close();
    // the read mark is also shown to a page that opens after the reader has left
    await csr.page.reload();
    await csr.openPart('CHAT');
    await expect(csr.page.locator('.chat-fate', { hasText: 'Read by Park Jihun' })).toBeVisible();
    await csr.write('while you were gone');
    const back = await context.newPage();
    await back.goto(`${site.origin}/`);
    await back.getByRole('button', { name: 'Go back to my session' }).click();
    await expect(back.locator('.chat-text', { hasText: 'while you were gone' })).toHaveCount(1);
  },
);
