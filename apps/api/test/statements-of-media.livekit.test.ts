import { afterAll, expect, it } from 'vitest';
import { documentOf } from '../../../tools/test/documents.mjs';
import { countStatements } from './count-statements.js';
import { useMediaWorld } from './media-frame.js';
import { assist } from './session-world.js';

const media = useMediaWorld();
const counting = countStatements();
afterAll(() => counting.stop());

it.each([
  ['JoinMedia', 11],
  ['JoinStaffRoom', 7],
])('%s takes at most %i statements', async (name, budget) => {
  const { id, number, csr } = await media.api.startSession();
  await media.api.customer(number);
  await assist(media.api, number);
  await csr.ask('query { site { id } }'); // fills caches that are not part of the mutation
  await csr.ask(documentOf(name), { input: { sessionId: id, windowId: 'the-first-window' } });
  const statements = counting.last();
  expect(statements.length, statements.join('\n')).toBeGreaterThan(1);
  expect(statements.length, statements.join('\n')).toBeLessThanOrEqual(budget);
});
