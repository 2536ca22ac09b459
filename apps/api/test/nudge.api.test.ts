import { LIMITS } from '@tandem/domain';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApi, type TestApi } from './test-api.js';

const NUDGE = 'mutation($id: ID!) { nudgeCustomer(sessionId: $id) }';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.stop());

describe('a nudge', () => {
  it('reaches the customer’s page, at most once a minute, and is in the log', async () => {
    const { id, number, csr } = await api.startSession();
    const customer = await api.customer(number);
    const page = customer.follow(id);
    await csr.ask(NUDGE, { id });
    await expect.poll(() => page.events.map(({ __typename }) => __typename)).toContain('ChatNudged');
    page.cut();
    const refused = await csr.failure(NUDGE, { id });
    expect(refused).toMatchObject({ code: 'TOO_MANY_REQUESTS', params: { retryAfterSeconds: expect.any(Number) } });
    api.clock.turn(LIMITS.nudgeEvery + 1000);
    await csr.ask(NUDGE, { id });
    expect((await api.eventTypes(id)).filter((type) => type === 'chat.nudged')).toHaveLength(2);
  });

  it('needs a customer, and does not count while there is none', async () => {
    const { id, number, csr } = await api.startSession();
    expect(await csr.refusal(NUDGE, { id })).toBe('CUSTOMER_NOT_PRESENT');
    const customer = await api.customer(number);
    expect(await customer.refusal(NUDGE, { id })).toBe('FORBIDDEN');
    expect(await csr.refusal(NUDGE, { id })).toBeNull();
  });
});
