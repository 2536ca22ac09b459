import { Csr } from '../actors/csr.js';
import { expect, test } from '../harness/fixtures.js';
import { viewDesktop } from '../harness/view-desktop.js';
import { within } from '../../tools/test/patience.mjs';

test(
  'the customer’s screen gets the window, and the columns come back as the account left them, in another browser too',
  { tag: '@display' },
  async ({ csr, joins, person, site }) => {
    test.setTimeout(within(150_000));
    const { page } = csr;
    /** Of a picture of 16 to 9 in the room that the screen has. */
    const width = async () => {
      const box = (await csr.screen.boundingBox())!;
      return Math.min(box.width, (box.height * 16) / 9);
    };
    const customer = await joins(await csr.startSession());
    await csr.seesCustomer('Park Jihun');
    await viewDesktop(csr, customer);
    const side = page.locator('.side');

    for (const [size, open, folded] of [
      [{ width: 1280, height: 800 }, 860, 1000],
      [{ width: 1920, height: 1080 }, 1450, 0.85 * 1920],
    ] as const) {
      await page.setViewportSize(size);
      expect((await side.boundingBox())!.width).toBe(320);
      expect(await width()).toBeGreaterThanOrEqual(open);
      await page.keyboard.press('Alt+b');
      expect(await width()).toBeGreaterThanOrEqual(folded);
      await page.keyboard.press('Alt+b');
    }

    // a folded tool keeps its name, its key and the reason why it can't be used
    await csr.openTab('Desktop');
    const control = csr.tool('requestControlDesktop');
    await expect(control).toHaveAccessibleName('Request control');
    await expect(control).toHaveAccessibleDescription(/Support Manager/);
    await page.keyboard.press('Alt+r');
    await csr.openPart('PEOPLE');
    const edge = page.getByRole('separator', { name: 'Column width' });
    await edge.focus();
    for (let step = 0; step < 3; step++) await page.keyboard.press('ArrowLeft');
    await expect(edge).toHaveAttribute('aria-valuenow', '368');
    const saved = page.waitForResponse(
      (response) => response.request().postData()?.includes('"isSideFolded":true') ?? false,
    );
    await page.getByTestId('fold-side').click();
    await saved;
    await customer.write('The printer is on fire.');
    await expect(page.getByTestId('part-CHAT')).toHaveAccessibleName('Chat, 1 unread message');

    await page.reload();
    await expect(side).toHaveClass(/folded/);
    const elsewhere = await Csr.signIn(await person(), site.origin, site, { isArranged: true });
    await elsewhere.page.goto(page.url());
    await expect(elsewhere.page.locator('.rail')).toHaveClass(/unfolded/);
    await expect(elsewhere.page.locator('.side')).toHaveClass(/folded/);
    await elsewhere.openPart('CHAT');
    expect((await elsewhere.page.locator('.side').boundingBox())!.width).toBe(368);
    await expect(elsewhere.message('The printer is on fire.')).toBeVisible();
  },
);
