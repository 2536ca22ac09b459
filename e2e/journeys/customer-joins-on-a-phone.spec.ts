import { expect, test } from '../harness/fixtures.js';
import { framesOf } from '../harness/video.js';
import { within } from '../../tools/test/patience.mjs';

test('a phone without screen capture offers its camera and chat, and loses nothing while it is locked', async ({
  csr,
  joins,
}) => {
  test.setTimeout(within(150_000));
  const number = await csr.startSession();
  const customer = await joins(number, { isPhone: true });
  await csr.seesCustomer('Park Jihun');
  await csr.openTab('Desktop');
  const view = csr.tool('requestViewDesktop');
  await expect(view).toHaveAttribute('aria-disabled', 'true');
  await expect(view).toHaveAccessibleDescription(/can’t share its screen/);
  await expect(customer.page.getByText('This device can’t share its screen')).toBeVisible();

  await customer.turnOn('Turn on camera');
  const camera = csr.page.getByTestId('customer-camera');
  await expect.poll(() => framesOf(camera), { timeout: within(20_000) }).toBeGreaterThan(5);
  await customer.page.getByRole('button', { name: 'Switch camera' }).click();
  await expect.poll(() => framesOf(camera), { timeout: within(20_000) }).toBeGreaterThan(5);

  // A locked phone suspends its page: no timers, no answers.
  const cdp = await customer.page.context().newCDPSession(customer.page);
  await cdp.send('Page.setWebLifecycleState', { state: 'frozen' });
  await csr.write('Are you still there?');
  await csr.page.waitForTimeout(40_000); // longer than the server waits for a sign of life
  await cdp.send('Page.setWebLifecycleState', { state: 'active' });
  await expect(customer.page.getByTestId('message-bubble')).toContainText('Are you still there?');
  await customer.page.getByTestId('message-bubble').getByRole('button').first().click();
  await expect(customer.message('Are you still there?')).toBeVisible();
  await customer.write('Yes, I am.');
  await expect(csr.message('Yes, I am.')).toHaveCount(1);
});
