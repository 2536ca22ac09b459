import { Csr } from '../actors/csr.js';
import { expect, test } from '../harness/fixtures.js';

test('two CSRs edit one note at the same time, one of them offline for a while, and nothing is lost', async ({
  csr,
  person,
  site,
}) => {
  await csr.startSession();
  const elsewhere = await person();
  const other = await Csr.signIn(elsewhere, site.origin, site);
  await other.page.goto(csr.page.url());
  const noteOf = ({ page }: Csr) => page.getByRole('textbox', { name: 'Notes' });
  const stateOf = ({ page }: Csr) => page.getByTestId('note-state');

  await csr.note('# Printer\n- paper was out\n');
  await other.openPart('NOTES');
  await expect(noteOf(other)).toHaveValue('# Printer\n- paper was out\n');

  await elsewhere.setOffline(true);
  await noteOf(other).press('End');
  await noteOf(other).press('Control+Home');
  await noteOf(other).pressSequentially('Called at nine.\n\n');
  await expect(stateOf(other)).toHaveText('Kept here, and saved when you’re back online');
  await noteOf(csr).press('Control+End');
  await noteOf(csr).pressSequentially('- **toner** is low\n');
  await expect(stateOf(csr)).toHaveText('Saved');
  await elsewhere.setOffline(false);

  const merged = 'Called at nine.\n\n# Printer\n- paper was out\n- **toner** is low\n';
  await expect(noteOf(other)).toHaveValue(merged);
  await expect(noteOf(csr)).toHaveValue(merged);
  await noteOf(csr).pressSequentially('- done'); // the cursor has kept its position
  await expect(noteOf(other)).toHaveValue(`${merged}- done`);

  await csr.page.getByTestId('note-private').click();
  await csr.page.getByRole('textbox', { name: 'My private note' }).fill('Call again on Monday');
  await expect(stateOf(csr)).toHaveText('Saved');
  await expect(noteOf(other)).toHaveValue(`${merged}- done`);
  await csr.end();
  await expect(csr.page.getByTestId('report-note').locator('li')).toHaveText(['paper was out', 'toner is low', 'done']);
  await expect(csr.page.getByTestId('report-note').locator('strong')).toHaveText('toner');
  await expect(csr.page.getByTestId('report-private-note')).toContainText('Call again on Monday');

  // one history entry for each writer, however often the note was saved; after the end it can still be edited, and the
  // history shows the change
  const saved = csr.page.getByTestId('timeline').locator('[data-kind="NoteSaved"]');
  await expect(saved.filter({ hasText: 'until' }).first()).toBeVisible();
  await csr.page.getByTestId('write-note').click();
  await expect(noteOf(csr)).toHaveValue(`${merged}- done`);
  await noteOf(csr).press('Control+End');
  await noteOf(csr).pressSequentially('\n- called back');
  await csr.page.getByTestId('note-done').click();
  await expect(csr.page.getByTestId('report-note').locator('li')).toHaveText([
    'paper was out',
    'toner is low',
    'done',
    'called back',
  ]);
  await expect(csr.page.getByTestId('note-late')).toContainText('Edited after the session by');
  await csr.page.reload();
  await csr.page.getByText('Note at the end of the session').click();
  await expect(csr.page.getByTestId('report-notes').locator('details')).not.toContainText('called back');
});
