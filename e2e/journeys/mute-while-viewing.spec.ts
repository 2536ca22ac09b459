import { expect, test } from '../harness/fixtures.js';
import { loudness } from '../harness/tones.js';
import { viewDesktop } from '../harness/view-desktop.js';
import { within } from '../../tools/test/patience.mjs';

test(
  'while a screen is viewed the microphone is muted from every tab, by the session bar or by its key, and the picture stays',
  { tag: '@display' },
  async ({ csr, joins }) => {
    test.setTimeout(within(120_000));
    const { page } = csr;
    const customer = await joins(await csr.startSession());
    await csr.seesCustomer('Park Jihun');
    await viewDesktop(csr, customer);
    const microphone = page.getByTestId('bar-audio');
    const heard = () => loudness(customer.page, 440);

    await page.keyboard.press('Alt+m');
    await expect(microphone).toHaveAttribute('aria-pressed', 'true');
    await expect.poll(heard, { timeout: within(20_000) }).toBeGreaterThan(-60);
    await page.getByTestId('settings-microphone').getByRole('button').first().click();
    await expect(page.getByTestId('choose-microphone').locator('option')).not.toHaveCount(0);
    await expect(page.getByRole('meter')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByTestId('choose-microphone')).toHaveCount(0);

    for (const tab of ['Session', 'Application', 'Desktop']) {
      await csr.openTab(tab);
      await microphone.click();
      await expect(microphone).toHaveAttribute('aria-pressed', 'false');
      await microphone.click();
      await expect(microphone).toHaveAttribute('aria-pressed', 'true');
    }
    await microphone.click();
    await expect.poll(heard).toBeLessThan(-90);
    await expect(csr.screen).toBeVisible();

    // a key of the call works while a message is being written, and writes nothing
    const field = page.getByPlaceholder('Write a message');
    await field.fill('one moment');
    await field.press('Alt+m');
    await expect(microphone).toHaveAttribute('aria-pressed', 'true');
    await expect(field).toHaveValue('one moment');
    await field.press('Alt+s');
    await expect(csr.screen).toHaveCount(0);
    await expect(customer.strip).toContainText('No one is viewing your screen');
  },
);
