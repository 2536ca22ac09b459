import { showOnDisplay } from '../harness/display.js';
import { Csr } from '../actors/csr.js';
import { Customer } from '../actors/customer.js';
import { expect, test } from '../harness/fixtures.js';
import { randomNumber } from '../harness/seven-segment.js';
import { numberIn } from '../harness/video.js';
import { viewDesktop } from '../harness/view-desktop.js';
import { within } from '../../tools/test/patience.mjs';

test(
  'a killed API restarts within seconds: the picture stays, and messages written meanwhile arrive once',
  { tag: '@display' },
  async ({ newSite, person }) => {
    test.setTimeout(within(150_000));
    const site = await newSite();
    const csr = await Csr.signIn(await person(), site.origin, site);
    const number = await csr.startSession();
    const customer = await Customer.join(await person({ tone: 880 }), site.origin, number);
    await csr.seesCustomer('Park Jihun');
    await viewDesktop(csr, customer);

    site.product.kill('api');
    await customer.write('written while nobody listened');
    await expect(csr.notice).toContainText('Tandem isn’t answering', { timeout: within(10_000) });
    await expect(csr.message('written while nobody listened')).toHaveCount(1, { timeout: within(20_000) });
    await expect(customer.message('written while nobody listened')).toHaveCount(1);
    await expect(csr.notice).toHaveCount(0);
    const second = randomNumber();
    await showOnDisplay(second);
    await expect.poll(() => numberIn(csr.screen)).toBe(second);

    await customer.strip.getByRole('button', { name: 'Stop' }).click();
    await expect(csr.screen).toHaveCount(0);
    await csr.end();
  },
);
