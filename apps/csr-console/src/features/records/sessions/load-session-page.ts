import { reloadOutdated } from '@tandem/session-client';
import { TandemError } from '../../../client';

/** The next page first: a session that was started must be shown, and pressing again would start another. @throws TandemError */
export async function loadSessionPage(): Promise<void> {
  await import('../../../pages/SessionPage.vue').catch(async () => {
    await reloadOutdated(location.href);
    throw new TandemError('UNAVAILABLE');
  });
}
