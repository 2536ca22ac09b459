import type { Page } from '@playwright/test';
import { expect } from '../harness/fixtures.js';
import { ask, CAST, setting, type Walk } from './walk.js';

const PIXEL =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const TEXT = { ko: '허용하신 화면만 봅니다.', en: 'We see only what you allow.' };

/** Every page of the administration, and what customers see of it. */
export async function walkAdministration(walk: Walk, csr: Page): Promise<void> {
  const { product, tour } = walk;
  const open = (part: string) => csr.goto(`${product.origin}/console/admin/${part}`);
  await open('settings');
  await csr.locator('[data-key=sessionMode] select').selectOption('SINGLE');
  await csr.locator('[data-key=sessionMode] .setting-saved .ui-button').waitFor();
  await csr.locator('[data-key=liveSessionsPerCsr] input').fill('77');
  await csr.locator('[data-key=liveSessionsPerCsr] .ui-button.primary').click();
  await csr.getByRole('alert').waitFor();
  await tour.see(csr, 'console', 'admin-settings');
  await csr.locator('[data-key=sessionMode] .setting-saved .ui-button').click();
  await walkUsers(walk, csr);
  await walkRoles(walk, csr);
  await walkTexts(walk, csr);
  await walkLook(walk, csr);
  await walkAddresses(walk, csr);
  await csr.goto(`${product.origin}/console/account`);
  await csr.locator('.setting').first().waitFor();
  await tour.see(csr, 'console', 'account');
}

async function walkUsers({ product: { origin }, language, tour, person }: Walk, csr: Page): Promise<void> {
  const acts = csr.locator('.users-acts .ui-button');
  const dialog = csr.getByRole('dialog');
  await csr.goto(`${origin}/console/admin/users`);
  await acts.last().click();
  await dialog.locator('input').first().fill(`helper-${language}@example.org`);
  await dialog.locator('input').nth(1).fill(CAST[language].other);
  await tour.see(csr, 'console', 'admin-invite');
  await dialog.locator('.ui-button.primary').click();
  const link = await csr.getByTestId('staff-link').innerText();
  await tour.see(csr, 'console', 'admin-invited');
  await csr.keyboard.press('Escape');
  await acts.first().click();
  const lines = `email,name,role\nx,${CAST[language].csr},CSR\ny-${language}@example.org,${CAST[language].customer},CSR\n`;
  await csr
    .locator('input[type=file]')
    .setInputFiles({ name: '2026.csv', mimeType: 'text/csv', buffer: Buffer.from(lines) });
  await dialog.locator('.import-rows li').nth(1).waitFor();
  await tour.see(csr, 'console', 'admin-import');
  await csr.keyboard.press('Escape');
  await tour.see(csr, 'console', 'admin-users');
  await csr.locator('.user', { hasText: CAST[language].other }).first().click();
  await dialog.waitFor();
  await tour.see(csr, 'console', 'admin-user');
  await dialog.locator('.user-acts .ui-button').last().click();
  await tour.see(csr, 'console', 'admin-user-end');
  await csr.keyboard.press('Escape');

  const newcomer = await (await person({ locale: language })).newPage();
  await newcomer.goto(link);
  await newcomer.locator('input[type=password]').first().waitFor();
  await tour.see(newcomer, 'console', 'welcome');
  await newcomer.goto(`${origin}/console/welcome/nothing`);
  await newcomer.getByRole('alert').waitFor();
  await tour.see(newcomer, 'console', 'welcome-over');
  await newcomer.goto(`${origin}/console/forgot`);
  await expect(newcomer.locator('input')).toHaveCount(0);
  await tour.see(newcomer, 'console', 'forgot-without-mails');
}

/** A custom role: copied, refused, assigned, changed and deleted. */
async function walkRoles({ product: { origin }, language, tour }: Walk, csr: Page): Promise<void> {
  const dialog = csr.getByRole('dialog');
  const roles = csr.locator('.role-section').first();
  await csr.goto(`${origin}/console/admin/roles`);
  await csr.locator('[data-role=CSR] summary').click();
  await tour.see(csr, 'console', 'admin-roles');
  await csr.locator('[data-role=CSR] .role-acts .ui-button').click();
  await dialog.locator('[data-permission="settings.change"]').check();
  await tour.see(csr, 'console', 'admin-role');
  await dialog.locator('input').first().fill('CSR');
  await dialog.locator('.ui-button.primary').click();
  await dialog.getByRole('alert').waitFor();
  await tour.see(csr, 'console', 'admin-role-refused');
  await dialog.locator('input').first().fill(CAST[language].helper);
  await dialog.locator('.ui-button.primary').click();
  await dialog.waitFor({ state: 'hidden' });
  const { roles: known } = await ask<{ roles: { id: string; name: string | null }[] }>(
    csr.context(),
    origin,
    'staff',
    'query { roles { id name } }',
  );
  const { id } = known.find(({ name }) => name === CAST[language].helper)!;
  const invited = { email: `role-${language}@example.org`, name: CAST[language].expert, roleId: id, locale: language };
  const invite = 'mutation($i: InviteUserInput!) { inviteUser(input: $i) { url } }';
  await ask(csr.context(), origin, 'staff', invite, { i: invited });
  await csr.reload();
  await roles.locator('summary').first().click();
  await tour.see(csr, 'console', 'admin-roles-own');
  await roles.locator('.role-acts .ui-button').last().click();
  await dialog.locator('select').waitFor();
  await tour.see(csr, 'console', 'admin-role-delete');
  await dialog.locator('.ui-button').last().click();
  await dialog.waitFor({ state: 'hidden' });
  await tour.see(csr, 'console', 'admin-roles-history');
}

async function walkTexts({ product: { origin }, tour }: Walk, csr: Page): Promise<void> {
  await csr.goto(`${origin}/console/admin/templates`);
  await csr.locator('.preview-mail').waitFor();
  await tour.see(csr, 'console', 'admin-templates');
  await csr.locator('.preview-head input').check();
  await csr.locator('.editor-body textarea').fill('{salary}');
  await csr.locator('.editor-preview').getByRole('alert').waitFor();
  await tour.see(csr, 'console', 'admin-template-wrong');
  await csr.locator('.choices select').first().selectOption('SESSION_MESSAGE');
  await csr.locator('.preview-plain').waitFor();
  await tour.see(csr, 'console', 'admin-template-message');
}

/** Colours, texts and an agreement, on both sides. */
async function walkLook({ product: { origin }, language, tour, person }: Walk, csr: Page): Promise<void> {
  await csr.goto(`${origin}/console/admin/branding`);
  await csr.locator('.colour input[type=text]').fill('#999000');
  await csr.locator('.colour .ui-button').waitFor();
  await tour.see(csr, 'console', 'admin-branding-unreadable');
  const [title, lead, help, footer] = Array<string>(4).fill(TEXT[language]);
  const texts = [{ locale: language, title, lead, help, footer, privacyUrl: 'https://example.org/privacy' }];
  const change = (input: object) =>
    ask(csr.context(), origin, 'staff', 'mutation($i: BrandingInput!) { changeBranding(input: $i) { changedAt } }', {
      i: input,
    });
  await change({ accent: '#900030', logo: PIXEL, font: 'SERIF', texts });
  await csr.reload();
  await csr.locator('.branding-history .history li').first().waitFor();
  await tour.see(csr, 'console', 'admin-branding-history');
  await csr.goto(`${origin}/console/admin/agreement`);
  await csr.locator('.agreement-form').waitFor();
  await tour.see(csr, 'console', 'admin-agreement');
  const words = (['ko', 'en'] as const).map((locale) => ({ locale, title: TEXT[locale], body: TEXT[locale] }));
  const publish = 'mutation($i: PublishAgreementInput!) { publishAgreement(input: $i) { id } }';
  await ask(csr.context(), origin, 'staff', publish, { i: { texts: words } });
  await setting(csr.context(), origin, 'isAgreementRequired', true);
  await csr.reload();
  await csr.locator('.version summary').first().click();
  await tour.see(csr, 'console', 'admin-agreement-published');

  const page = await (await person({ locale: language })).newPage();
  await page.goto(`${origin}/j/000000001`);
  await page.locator('.logo').waitFor();
  await page.locator('form .ui-button.primary').click();
  await page.locator('.agreement [role=alert]').waitFor();
  await tour.see(page, 'portal', 'join-branded');
  await setting(csr.context(), origin, 'isAgreementRequired', false);
  await change({ logo: null, font: 'SYSTEM', texts: [] });
}

/** An address that works, one that no DNS knows, and the warning before an address is removed. */
async function walkAddresses({ product: { origin }, tour }: Walk, csr: Page): Promise<void> {
  await csr.goto(`${origin}/console/admin/addresses`);
  for (const name of ['help.localhost', 'nobody.invalid']) {
    await csr.locator('.address-form input').fill(name);
    await csr.locator('.address-form .ui-button').click();
    await csr.locator(`[data-host='${name}'] .ui-button`).first().click();
    await csr.locator(`[data-host='${name}'] .address-found`).waitFor();
  }
  await csr.locator('.address-form input').fill('10.0.0.1');
  await csr.locator('.address-form .ui-button').click();
  await csr.getByRole('alert').waitFor();
  await csr.locator('.address-steps summary').click();
  await tour.see(csr, 'console', 'admin-addresses');
  for (const name of ['nobody.invalid', 'help.localhost']) {
    await csr.locator(`[data-host='${name}'] .ui-button`).last().click();
    await csr.getByRole('dialog').waitFor();
    if (name === 'help.localhost') await tour.see(csr, 'console', 'admin-address-end');
    await csr.getByRole('dialog').locator('.ui-button').last().click();
    await csr.locator(`[data-host='${name}']`).waitFor({ state: 'detached' });
  }
}
