import { showOnDisplay } from '../harness/display.js';
import { Csr } from '../actors/csr.js';
import { Customer } from '../actors/customer.js';
import { expect, test } from '../harness/fixtures.js';
import { randomNumber } from '../harness/seven-segment.js';
import { numberIn } from '../harness/video.js';
import { viewDesktop } from '../harness/view-desktop.js';
import { within } from '../../tools/test/patience.mjs';

test(
  'when the media server is killed, the pages say so, chat works, and the picture comes back by itself',
  { tag: '@display' },
  async ({ newSite, person }) => {
    test.setTimeout(within(150_000));
    const site = await newSite();
    const csr = await Csr.signIn(await person(), site.origin, site);
    const number = await csr.startSession();
    const customer = await Customer.join(await person({ tone: 880 }), site.origin, number);
    await csr.seesCustomer('Park Jihun');
    await viewDesktop(csr, customer);

    site.product.kill('livekit');
    await customer.write('can you still read this?');
    await expect(csr.message('can you still read this?')).toBeVisible();
    const second = randomNumber();
    await showOnDisplay(second);
    await expect.poll(() => numberIn(csr.screen).catch(() => '-'), { timeout: within(25_000) }).toBe(second);
    await expect(customer.strip).toContainText('can see your screen');
    await expect(csr.notice).toHaveCount(0);
  },
);
