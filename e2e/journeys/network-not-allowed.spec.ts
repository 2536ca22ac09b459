import { Csr } from '../actors/csr.js';
import { expect, test } from '../harness/fixtures.js';
import { setting, signIn } from '../tour/walk.js';
import { within } from '../../tools/test/patience.mjs';

test('a CSR in a network that the site does not allow reads why access is refused, and what to do', async ({
  newSite,
  person,
  otherMachine,
}) => {
  test.setTimeout(within(120_000));
  const { network, openBrowser } = otherMachine;
  const site = await newSite(network.host);
  const administrator = await person({});
  await signIn(administrator, { ...site.product, origin: site.origin }, site.password);
  const allow = (networks: string[]) => setting(administrator, site.origin, 'staffNetworks', networks);
  const account = await site.colleague('Han Sora');
  const { page } = await Csr.signIn(await person({ browser: await openBrowser() }), site.origin, account);
  const said = page.getByRole('alert').filter({ hasText: 'from certain networks' });

  // during their work: the page that asks them to sign in says why
  await page.goto(`${site.origin}/console/account`);
  await allow([network.host]);
  await expect(page).toHaveURL(/sign-in/);
  await expect(said).toContainText('Connect to your organisation’s network');

  // everybody from that network reads the same, at every attempt
  await page.goto(`${site.origin}/console/`);
  await expect(said).toBeVisible();
  await page.getByLabel('Email address').fill(account.email);
  await page.getByLabel('Password').fill(account.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(said).toBeVisible();
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeEnabled();

  await allow([]);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('button', { name: 'Han Sora' })).toBeVisible();
});
