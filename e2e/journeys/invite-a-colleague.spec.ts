import { showOnDisplay } from '../harness/display.js';
import { expect, test } from '../harness/fixtures.js';
import { randomNumber } from '../harness/seven-segment.js';
import { numberIn } from '../harness/video.js';
import { viewDesktop } from '../harness/view-desktop.js';
import { within } from '../../tools/test/patience.mjs';

test(
  'an invited colleague joins muted, sees the screen, and gets the rights that the primary CSR ticks',
  { tag: '@display' },
  async ({ csr, colleague, joins }) => {
    const number = await csr.startSession();
    const customer = await joins(number);
    await csr.seesCustomer('Park Jihun');

    await csr.press('invite');
    await csr.page.getByText('A colleague').click();
    await csr.page.getByRole('button', { name: 'Ask Han Sora to help' }).click();
    const asked = colleague.page.getByTestId('asked-to-help');
    await expect(asked).toContainText('With Park Jihun');
    await asked.getByRole('button', { name: 'Join' }).click();
    await colleague.page.waitForURL(/\/sessions\//);
    await csr.page.getByRole('button', { name: 'Close' }).click();
    await expect(csr.person('Han Sora')).toContainText('Assistant');
    await expect(customer.page.locator('.also')).toContainText('Han Sora');

    // the right to view: the colleague's page shows the customer's screen, and the customer reads who sees it
    const first = await viewDesktop(csr, customer);
    await expect.poll(() => numberIn(colleague.screen), { timeout: within(15_000) }).toBe(first);
    await expect(customer.strip).toContainText('Han Sora');

    // muted until the right is ticked
    await colleague.openTab('Tools');
    await expect(colleague.tool('audio')).toHaveAttribute('aria-disabled', 'true');
    const line = await csr.openPerson('Han Sora');
    await line.getByLabel('Talk and chat with the customer').check();
    await expect(colleague.tool('audio')).not.toHaveAttribute('aria-disabled', 'true');
    await colleague.write('Hello from Sora');
    await expect(customer.message('Hello from Sora')).toHaveCount(1);

    // the right is withdrawn while the screen is visible
    await line.getByLabel('See screens and hear').uncheck();
    await expect(colleague.screen).toHaveCount(0);
    await line.getByLabel('See screens and hear').check();
    const second = randomNumber();
    await showOnDisplay(second);
    await expect.poll(() => numberIn(colleague.screen), { timeout: within(15_000) }).toBe(second);

    await line.getByRole('button', { name: 'Remove' }).click();
    await csr.page.getByTestId('confirm-person').click();
    await expect(colleague.page.getByText('removed you from the session')).toBeVisible();
    await expect(customer.page.locator('.also')).toHaveCount(0);
  },
);
