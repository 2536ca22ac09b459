import { computed, onMounted, reactive, ref } from 'vue';
import { client } from '../../../client';
import {
  DescribeSessionDocument,
  StartOptionsDocument,
  StartSessionDocument,
  type StartOptionsQuery,
} from '../../../gql/graphql';

interface About {
  trackingCode?: string | null;
  sessionType?: string | null;
}

/** What may be said about a session, before its start and until its end. */
export function useAbout(known: About = {}) {
  const options = ref<StartOptionsQuery['startOptions']>({ isTrackingCodeRequired: false, sessionTypes: [] });
  const trackingCode = ref(known.trackingCode ?? '');
  const sessionType = ref(known.sessionType ?? '');
  const input = computed(() => ({
    trackingCode: trackingCode.value.trim() || null,
    sessionType: sessionType.value || null,
  }));
  const load = async () => void (options.value = (await client.query(StartOptionsDocument, {})).startOptions);
  const refresh = () => load().catch(() => undefined);
  // without an answer one goes on all the same: what is required, the server says
  onMounted(refresh);

  /** What the site asks for may have changed meanwhile. */
  async function orRefresh<T>(work: Promise<T>): Promise<T> {
    try {
      return await work;
    } catch (cause) {
      await refresh();
      throw cause;
    }
  }

  return reactive({
    options,
    trackingCode,
    sessionType,
    /** The site's types, and the one that the session has from before. */
    types: computed(() => [
      ...new Set([...options.value.sessionTypes, ...(known.sessionType ? [known.sessionType] : [])]),
    ]),
    /** @throws TandemError @returns the new session's id */
    start: async (): Promise<string> =>
      (await orRefresh(client.mutate(StartSessionDocument, { input: input.value }))).startSession.id,
    practise: startPractice,
    /** @throws TandemError */
    describe: (sessionId: string) =>
      orRefresh(client.mutate(DescribeSessionDocument, { input: { sessionId, ...input.value } })),
  });
}
export type SessionAbout = ReturnType<typeof useAbout>;

/** A session with oneself, kept apart from work. @throws TandemError @returns its id */
export const startPractice = async (): Promise<string> =>
  (await client.mutate(StartSessionDocument, { input: { isPractice: true } })).startSession.id;
