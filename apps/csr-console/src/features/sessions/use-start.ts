import { onMounted, reactive, ref } from 'vue';
import { client } from '../../client';
import { StartOptionsDocument, StartSessionDocument, type StartOptionsQuery } from '../../gql/graphql';

/** What may be said about a session before it starts, and the start itself. */
export function useStart() {
  const options = ref<StartOptionsQuery['startOptions']>({ isTrackingCodeRequired: false, sessionTypes: [] });
  const trackingCode = ref('');
  const sessionType = ref('');
  const load = async () => void (options.value = (await client.query(StartOptionsDocument, {})).startOptions);
  // without an answer the button starts all the same: what is required, the server says
  onMounted(() => void load().catch(() => undefined));

  return reactive({
    options,
    trackingCode,
    sessionType,
    /** @throws TandemError @returns the new session's id */
    async start(): Promise<string> {
      const input = { trackingCode: trackingCode.value.trim() || null, sessionType: sessionType.value || null };
      try {
        return (await client.mutate(StartSessionDocument, { input })).startSession.id;
      } catch (cause) {
        await load().catch(() => undefined); // what the site asks for may have changed meanwhile
        throw cause;
      }
    },
  });
}
