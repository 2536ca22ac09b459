import { formatSessionNumber } from '@tandem/domain';
import { computed, reactive, watch } from 'vue';
import { useI18n } from 'vue-i18n';
import { useRouter } from 'vue-router';
import { useDateText } from '../../../kit/use-date-text';
import { useAccount } from '../../auth/use-account';
import type { Command } from '../../commands/command';
import { useLiveSessions, type ListedSession } from './use-live-sessions';
import { customersOf, useRecentSessions } from './use-recent-sessions';
import { useWithWhom } from './use-with-whom';

/** Recent sessions that are shown before anything is typed. */
const UNASKED = 5;

/** The live sessions of this CSR, and the reports of ended ones, found by the server: by name, number or tracking code. */
export function useSessionCommands(words: () => string, here?: string) {
  const { t } = useI18n();
  const router = useRouter();
  const { day } = useDateText();
  const withWhom = useWithWhom();
  const live = useLiveSessions();
  const recent = useAccount().may('sessions.list') ? useRecentSessions() : null;
  watch(words, (text) => recent && (recent.search = text));

  const about = ({ number, sessionType, trackingCode }: ListedSession) =>
    [formatSessionNumber(number), sessionType, trackingCode].filter(Boolean);
  const commandOf = (session: ListedSession): Pick<Command, 'id' | 'also'> => ({
    id: `session-${session.id}`,
    also: session.number,
  });
  return reactive({
    error: computed(() => recent?.error ?? null),
    commands: computed((): Command[] => [
      ...(live.sessions ?? [])
        .filter(({ id }) => id !== here)
        .map((session) => ({
          ...commandOf(session),
          group: 'live' as const,
          label: withWhom(session),
          hint: about(session).join(' · '),
          run: () => router.push({ name: 'session', params: { sessionId: session.id } }),
        })),
      ...(recent?.sessions ?? []).slice(0, words().trim() ? undefined : UNASKED).map((session) => ({
        ...commandOf(session),
        group: 'recent' as const,
        label: customersOf(session) || t('home.nobody'),
        hint: [...about(session), day(session.startedAt)].join(' · '),
        isFound: recent!.searched === words().trim(),
        run: () => router.push({ name: 'report', params: { sessionId: session.id } }),
      })),
    ]),
  });
}
