import { Failure } from '../../../platform/graphql/index.js';
import type { Uses } from '../../../platform/index.js';
import type { Budget } from '../../../platform/throttle/index.js';
import type { MailService } from '../../site/mail/index.js';
import type { Settings } from '../../site/settings/index.js';

/** Whether conversations may be mailed at all, and how often. */
export function createMailBudget({
  throttle,
  mail,
  settings,
}: Uses<'throttle'> & { mail: MailService; settings: Settings }) {
  return {
    /** @throws CONVERSATION_NOT_MAILED */
    async assertMailed(siteId: string): Promise<void> {
      const isMailed = mail.canSend && (await settings.of(siteId)).isConversationMailed;
      if (!isMailed) throw new Failure('CONVERSATION_NOT_MAILED');
    },
    /** @throws TOO_MANY_REQUESTS; then none of them is counted */
    async take(budgets: Budget[]): Promise<void> {
      const taken: string[] = [];
      for (const budget of budgets) {
        const { isAllowed, secondsLeft } = await throttle.take(budget);
        if (isAllowed) taken.push(budget.key);
        else {
          for (const key of taken) await throttle.refund(key);
          throw new Failure('TOO_MANY_REQUESTS', { retryAfterSeconds: secondsLeft });
        }
      }
    },
  };
}
export type MailBudget = ReturnType<typeof createMailBudget>;
