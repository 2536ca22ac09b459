import { Csr } from '../actors/csr.js';
import { Customer } from '../actors/customer.js';
import { expect, test } from '../harness/fixtures.js';
import { within } from '../../tools/test/patience.mjs';

test('a killed database restarts within seconds: nobody is signed out, and messages written meanwhile arrive once', async ({
  newSite,
  person,
}) => {
  test.setTimeout(within(120_000));
  const site = await newSite();
  const csr = await Csr.signIn(await person(), site.origin, site);
  const number = await csr.startSession();
  const customer = await Customer.join(await person({ tone: 880 }), site.origin, number);
  await csr.seesCustomer('Park Jihun');
  await customer.write('written before');
  await expect(csr.message('written before')).toHaveCount(1);

  site.product.kill('database');
  await customer.write('written while it was away');
  await expect(csr.message('written while it was away')).toHaveCount(1, { timeout: within(30_000) });
  await expect(customer.message('written while it was away')).toHaveCount(1);
  await expect(csr.message('written before')).toHaveCount(1);
  await csr.page.reload();
  await expect(csr.message('written while it was away')).toHaveCount(1);
  await expect(csr.message('written before')).toHaveCount(1);
  await csr.end();
});
