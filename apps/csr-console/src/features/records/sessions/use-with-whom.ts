import { useI18n } from 'vue-i18n';
import { customerOf, type ListedSession } from './use-live-sessions';

/** What a list says of a session's customer: the name, that they have left, or that nobody has come yet. */
export function useWithWhom() {
  const { t } = useI18n();
  return (session: ListedSession): string => {
    const gone = session.participants.find(({ role, state }) => role === 'PRIMARY_CUSTOMER' && state === 'LEFT');
    if (gone && !customerOf(session)) return t('customer.left', { name: gone.name });
    return customerOf(session)?.name ?? t(`sessionState.${session.state}`);
  };
}
