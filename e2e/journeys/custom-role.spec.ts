import type { Page } from '@playwright/test';
import { Csr } from '../actors/csr.js';
import { expect, test } from '../harness/fixtures.js';
import { signIn } from '../tour/walk.js';
import { within } from '../../tools/test/patience.mjs';

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const start = (page: Page) => page.getByRole('button', { name: 'Start a session' });

/** Opens the role in the list, then one of the forms of its buttons. */
async function openRole(page: Page, name: string, act: string): Promise<void> {
  const role = page.locator('details', { has: page.getByText(name, { exact: true }) });
  if ((await role.getAttribute('open')) === null) await role.locator('summary').click();
  await button(page, `${act}: ${name}`).click();
}

test('a custom role permits what is ticked for it, as soon as it is ticked', async ({ newSite, person }) => {
  const site = await newSite();
  const context = await person({});
  await signIn(context, site.product, site.password);
  const page = await context.newPage();
  const helper = await site.colleague('Han Sora');
  const colleague = (await Csr.signIn(await person({}), site.origin, helper)).page;

  // a copy of a similar role, without the permission to start sessions
  await page.goto(`${site.origin}/console/admin/roles`);
  await openRole(page, 'Support representative', 'Duplicate');
  await page.getByLabel('Role name').fill('Owner');
  await page.getByLabel('Start sessions', { exact: true }).uncheck();
  await button(page, 'Save').click();
  await expect(page.getByRole('alert')).toContainText('There is already a role named “Owner”');
  await page.getByLabel('Role name').fill('Second line');
  await button(page, 'Save').click();
  await expect(page.locator('.role', { hasText: 'Second line' })).toContainText('No one has it');

  // the colleague gets the role, and signs in again because it has fewer permissions
  await page.getByRole('navigation', { name: 'Administration' }).getByText('Users').click();
  await page.locator('.user', { hasText: 'Han Sora' }).click();
  await page.getByRole('dialog').getByLabel('Role').selectOption('Second line');
  await button(page, 'Save').click();
  await expect(page.locator('.user', { hasText: 'Han Sora' })).toContainText('Second line');
  await expect(colleague).toHaveURL(/sign-in/, { timeout: within(4000) });
  await colleague.getByLabel('Email address').fill(helper.email);
  await colleague.getByLabel('Password').fill(helper.password);
  await button(colleague, 'Sign in').click();
  await expect(colleague.getByText('Your role doesn’t start sessions')).toBeVisible();
  await expect(colleague.getByLabel('Assist in a session')).toBeVisible();
  await expect(start(colleague)).toHaveCount(0);
  await expect(colleague.getByRole('link', { name: 'Administration' })).toHaveCount(0);

  // a new permission takes effect immediately: the colleague's window is neither reloaded nor signed out
  await page.getByRole('navigation', { name: 'Administration' }).getByText('Roles').click();
  await openRole(page, 'Second line', 'Edit');
  await page.getByLabel('Start sessions', { exact: true }).check();
  await button(page, 'Save').click();
  await expect(page.locator('.history li').first()).toContainText('Permission added: Start sessions');
  await start(colleague).click();
  await expect(colleague.getByTestId('big-number')).toHaveText(/\d{3} \d{3} \d{3}/);

  // when a role is deleted, its accounts get another one
  await openRole(page, 'Second line', 'Delete');
  await page.getByLabel('Replacement role').selectOption('Auditor');
  await button(page.getByRole('dialog').page(), 'Delete').click();
  await expect(page.locator('.history li').first()).toContainText('Deleted');
  await expect(page.locator('[data-role=AUDITOR]')).toContainText('1 person has it');
  await expect(page.getByText('No custom roles yet. Duplicate a role')).toBeVisible();
});
