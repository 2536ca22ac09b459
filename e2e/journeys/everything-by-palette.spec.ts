import type { Page } from '@playwright/test';
import { expect, test } from '../harness/fixtures.js';

const field = (page: Page) => page.getByRole('combobox', { name: /^Search/ });

/** Opens the palette by its key, types, and runs what is found first. */
async function run(page: Page, words: string, wanted: RegExp): Promise<void> {
  await page.keyboard.press('Control+k');
  await expect(field(page)).toBeFocused();
  await page.keyboard.type(words);
  const chosen = page.getByRole('dialog').getByRole('option', { selected: true });
  await expect(chosen).toHaveAccessibleName(wanted);
  await page.keyboard.press('Enter');
  await expect(field(page)).toHaveCount(0);
  // wherever it led, the focus is on the page
  await expect.poll(() => page.evaluate(() => document.activeElement !== document.body)).toBe(true);
}

test(
  'every act, place, person, session and report is reached by Ctrl+K alone',
  { tag: '@display' },
  async ({ csr, joins }) => {
    const { page } = csr;
    await joins(await csr.startSession(), { name: 'Choi Yuna' });
    await csr.seesCustomer('Choi Yuna');
    await csr.end();
    const other = await csr.startSession();
    const customer = await joins(await csr.startSession());
    await csr.seesCustomer('Park Jihun');
    const here = csr.sessionId;

    const ofTabs: string[] = [];
    for (const tab of ['Tools', 'Desktop', 'Application', 'Session']) {
      await run(page, tab, new RegExp(`^${tab}.*Tab`));
      await expect(page.getByRole('tab', { name: tab, exact: true })).toHaveAttribute('aria-selected', 'true');
      const buttons = page.locator('[data-testid^="tool-"]');
      ofTabs.push(...(await buttons.evaluateAll((all) => all.map((each) => each.getAttribute('data-testid')!))));
    }
    await page.keyboard.press('Control+k');
    const listed = await page
      .getByRole('dialog')
      .getByRole('option')
      .evaluateAll((all) => all.map((each) => each.getAttribute('data-command')!));
    expect(ofTabs.length).toBeGreaterThan(20);
    expect(ofTabs.filter((id) => !listed.includes(id.replace('tool-', 'act-')))).toEqual([]);
    const control = page
      .getByRole('dialog')
      .getByRole('option', { name: /^Request control.*Desktop.*Support Manager/ });
    await expect(control).toHaveAttribute('aria-disabled', 'true');
    await page.keyboard.press('Control+k');
    await expect(field(page)).toHaveCount(0);

    await run(page, 'audio', /^Audio/);
    await page.keyboard.press('Control+k');
    await expect(page.getByRole('dialog').getByRole('option', { name: /^Audio Tools on Alt\+M/ })).toBeVisible();
    await page.keyboard.press('Escape');
    await run(page, 'chat tools', /^Chat/);
    await page.keyboard.type('Hello');
    await page.keyboard.press('Enter');
    await expect(customer.page.getByText('Hello')).toBeVisible();
    await run(page, 'notes', /^Notes/);
    await page.keyboard.type('The printer');
    await expect(page.getByRole('textbox', { name: 'Notes' })).toHaveValue('The printer');
    await run(page, 'file basic', /^File transfer \(basic\)/);
    await expect(page.getByTestId('files-panel').getByRole('heading')).toBeFocused();
    await run(page, 'hold', /^Hold/);
    await expect(page.getByRole('dialog')).toContainText('Put Park Jihun on hold?');
    await page.keyboard.press('Escape');

    await run(page, 'request view', /^Request view.*Desktop/);
    await customer.allow();
    await customer.pick();
    await expect(csr.screen).toBeVisible();
    await run(page, 'stop', /^Stop everything/);
    await expect(csr.screen).toHaveCount(0);
    await expect(customer.strip).toContainText('No one is viewing your screen');

    await run(page, 'jihun park', /^Park Jihun/);
    await expect(csr.person('Park Jihun')).toBeFocused();
    await run(page, other, /Waiting/);
    await expect(page.getByTestId('big-number')).toBeVisible();
    await run(page, 'park', /^Park Jihun/);
    await expect(page).toHaveURL(new RegExp(here));
    await csr.seesCustomer('Park Jihun');

    await run(page, 'yuna', /^Choi Yuna/);
    await expect(page).toHaveURL(/\/reports\//);
    await run(page, 'users', /^Users/);
    await expect(page.getByRole('heading', { level: 1, name: 'Users' })).toBeVisible();
    await run(page, 'home', /^Sessions/);
    await expect(page.getByRole('button', { name: 'Start a session' })).toBeVisible();
    await run(page, 'yuna', /^Choi Yuna/);
    await expect(page).toHaveURL(/\/reports\//);
  },
);
