import { onMounted, reactive, ref } from 'vue';
import { client } from '../../../client';
import {
  CaughtMailsDocument,
  MailServerDocument,
  TryMailAgainDocument,
  UnsentMailsDocument,
  type CaughtMailsQuery,
  type MailServerQuery,
  type UnsentMailsQuery,
} from '../../../gql/graphql';
import { useAct } from '../../../kit/use-act';

export type CaughtMail = CaughtMailsQuery['caughtMails'][number];
export type UnsentMail = UnsentMailsQuery['unsentMails']['edges'][number]['node'];
const PAGE = 20;

/** Mails that did not go out: with what they say where no mail server is set, else with why. */
export function useUnsentMails() {
  const server = ref<MailServerQuery['mailServer'] | null>(null);
  const caught = ref<CaughtMail[]>([]);
  const unsent = ref<UnsentMail[]>([]);
  const next = ref<string | null>(null);
  const { act, read, isBusy, error } = useAct();

  async function page(after: string | null): Promise<void> {
    const { unsentMails } = await client.query(UnsentMailsDocument, { first: PAGE, after });
    const nodes = unsentMails.edges.map(({ node }) => node);
    unsent.value = after ? [...unsent.value, ...nodes] : nodes;
    next.value = unsentMails.pageInfo.hasNextPage ? (unsentMails.pageInfo.endCursor ?? null) : null;
  }
  async function load(): Promise<void> {
    const { mailServer } = await client.query(MailServerDocument, {});
    if (mailServer.state === 'NONE') caught.value = (await client.query(CaughtMailsDocument, {})).caughtMails;
    else await page(null);
    server.value = mailServer;
  }
  onMounted(() => read(load));

  return reactive({
    server,
    caught,
    unsent,
    next,
    isBusy,
    error,
    load: () => read(load),
    more: () => act(() => page(next.value)),
    /** @returns whether it was written once more */
    again: (id: string): Promise<boolean> =>
      act(async () => {
        await client.mutate(TryMailAgainDocument, { id });
        await load();
      }),
  });
}
export type UnsentMailsStore = ReturnType<typeof useUnsentMails>;
