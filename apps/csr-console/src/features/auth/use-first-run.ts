import type { Locale } from '@tandem/domain';
import { client } from '../../client';
import { CompleteFirstRunDocument } from '../../gql/graphql';
import { chosenLocale } from '../../locale';
import { useAccount } from './use-account';

/** One's own name, the site's name and language, asked once. */
export function useFirstRun() {
  const account = useAccount();
  return {
    /** @throws TandemError */
    complete: async (input: { name: string; siteName: string; locale: Locale }): Promise<void> => {
      const own = chosenLocale.value;
      account.take((await client.mutate(CompleteFirstRunDocument, { input })).completeFirstRun);
      await account.setLocale(own);
    },
  };
}
