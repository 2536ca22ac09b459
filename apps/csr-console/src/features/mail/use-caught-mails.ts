import { ref } from 'vue';
import { client } from '../../client';
import { CaughtMailsDocument, type CaughtMailsQuery } from '../../gql/graphql';

export type CaughtMail = CaughtMailsQuery['caughtMails'][number];

/** Mails that were caught because no mail server is set. */
export function useCaughtMails() {
  const mails = ref<CaughtMail[]>([]);
  return {
    mails,
    /** @throws TandemError */
    load: async () => void (mails.value = (await client.query(CaughtMailsDocument, {})).caughtMails),
  };
}
