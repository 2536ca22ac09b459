import { expect, test } from '../harness/fixtures.js';
import { viewDesktop } from '../harness/view-desktop.js';
import { within } from '../../tools/test/patience.mjs';

test(
  'in full screen a bar comes with the pointer, or with Tab: what is live, stop, mute, unread messages, end',
  { tag: '@display' },
  async ({ csr, joins }) => {
    test.setTimeout(within(120_000));
    const { page } = csr;
    const customer = await joins(await csr.startSession());
    await csr.seesCustomer('Park Jihun');
    await viewDesktop(csr, customer);
    const isFull = () => page.evaluate(() => document.fullscreenElement !== null);
    const bar = page.locator('.session-bar');
    const rail = page.locator('.rail');

    await page.mouse.move(400, 300);
    await page.getByRole('button', { name: 'Full screen', exact: true }).click();
    await expect.poll(isFull).toBe(true);
    await expect(rail).toBeHidden();
    const { width, height } = page.viewportSize()!;
    const seen = (await csr.screen.boundingBox())!;
    expect([seen.width, seen.height]).toEqual([width, height]);

    await page.mouse.move(400, 400);
    await expect(bar).not.toBeInViewport(); // after a moment without the pointer
    await page.mouse.move(400, 2);
    await expect(bar).toBeInViewport();
    await expect(bar.getByTestId('live-pill')).toContainText('You see the screen');
    await expect(bar.getByTestId('live-pill').locator('time')).toHaveText(/^\d+:\d\d$/);
    await bar.getByTestId('bar-audio').click();
    await expect(bar.getByTestId('bar-audio')).toHaveAttribute('aria-pressed', 'true');
    await expect(bar.getByTestId('end-session')).toBeVisible();
    await customer.write('Are you still there?');
    await expect(bar.getByRole('button', { name: 'Chat, 1 unread message' })).toBeVisible();

    await page.mouse.move(400, 400);
    await page.getByRole('region', { name: /Park Jihun’s screen/ }).focus();
    await expect(bar).not.toBeInViewport();
    await page.keyboard.press('Shift+Tab'); // the bar is before the screen
    await expect(bar).toBeInViewport();

    await page.mouse.move(400, 2);
    await bar.getByRole('button', { name: 'Chat, 1 unread message' }).click();
    await expect.poll(isFull).toBe(false);
    await expect(csr.message('Are you still there?')).toBeVisible();
    await expect(rail).toBeVisible();

    // only the screen, in the window
    await page.keyboard.press('Alt+Enter');
    await expect(rail).toBeHidden();
    expect((await csr.screen.boundingBox())!.width).toBe(width);
    await page.mouse.move(400, 2);
    await bar.getByTestId('stop-view').click();
    await expect(csr.screen).toHaveCount(0);
    await page.keyboard.press('Alt+Enter');
    await expect(rail).toBeVisible();
  },
);
