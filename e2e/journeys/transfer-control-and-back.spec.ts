import { expect, test } from '../harness/fixtures.js';
import { numberIn } from '../harness/video.js';
import { viewDesktop } from '../harness/view-desktop.js';
import { within } from '../../tools/test/patience.mjs';

test(
  'control is transferred and taken back; a consent for one CSR is asked again, one for any representative continues',
  { tag: '@display' },
  async ({ csr, colleague, joins }) => {
    const number = await csr.startSession();
    const customer = await joins(number);
    await csr.seesCustomer('Park Jihun');
    await colleague.assist(number);
    await expect(csr.person('Han Sora')).toContainText('Assistant');
    await viewDesktop(csr, customer);

    await csr.press('transferControl');
    await csr.page.getByTestId('confirm-transfer').click();
    await expect(csr.page.getByTestId('end-session')).toHaveText('Leave session');
    await expect(colleague.page.getByTestId('end-session')).toHaveText('End session');
    await expect(customer.strip).toContainText('No one is viewing your screen'); // the consent was given to the other CSR
    const newLead = customer.page.getByTestId('new-lead');
    await expect(newLead).toContainText('Han Sora is now helping you');
    await expect(newLead).toContainText('The check digits have changed');
    await customer.page.reload();
    await expect(newLead).toBeVisible(); // until the customer confirms
    await newLead.getByRole('button', { name: 'OK' }).click();
    await expect(newLead).toHaveCount(0);
    await expect(customer.page.locator('.chat-line', { hasText: 'Han Sora is now helping you' })).toBeVisible();

    await colleague.press('requestViewDesktop');
    await expect(customer.consent).toContainText('Han Sora would like to see your entire screen');
    await customer.allow('for this session', true);
    await customer.pick();
    await expect.poll(() => numberIn(colleague.screen), { timeout: within(15_000) }).not.toBeNull();
    await expect.poll(() => numberIn(csr.screen), { timeout: within(15_000) }).not.toBeNull();

    await csr.page.getByTestId('take-control').click();
    await expect(csr.page.getByTestId('end-session')).toHaveText('End session');
    await expect(colleague.page.getByTestId('end-session')).toHaveText('Leave session');
    await expect.poll(() => numberIn(csr.screen)).not.toBeNull(); // the share continues: any representative may see it
    await expect(customer.strip).toContainText('can see your screen');

    await colleague.page.getByTestId('end-session').click();
    await colleague.page.getByTestId('confirm-end').click();
    await expect(colleague.page.getByRole('button', { name: 'Start a session' })).toBeVisible();
    await expect.poll(() => numberIn(csr.screen)).not.toBeNull();
    await csr.end();
  },
);
