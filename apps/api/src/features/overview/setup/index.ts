import type { Uses } from '../../../platform/index.js';
import { SetupResolver } from './setup.resolver.js';
import { createShowSetUp, type Looked } from './show-set-up.js';

/** The setup steps that an installation still needs. */
export function createSetup({ clock }: Uses<'clock'>, features: Looked) {
  const { users } = features;
  async function putAway(userId: string, isAway: boolean): Promise<void> {
    await users.update(userId, { setUpPutAwayAt: isAway ? clock.now() : null });
    users.tell(userId);
  }
  return { resolvers: [new SetupResolver(createShowSetUp(features), putAway)] };
}
