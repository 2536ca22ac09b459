import { ref } from 'vue';
import { client } from '../../client';
import {
  ChoosePasswordDocument,
  ForgotPasswordDocument,
  SiteMailDocument,
  StaffLinkDocument,
  type StaffLinkQuery,
} from '../../gql/graphql';
import { useAccount } from './use-account';

/** Choosing a password by a mailed link, and asking for one. */
export function useStaffLink() {
  const account = useAccount();
  const person = ref<StaffLinkQuery['staffLink'] | null>(null);
  const siteName = ref('');
  return {
    person,
    siteName,
    /** @throws TandemError */
    async open(token: string): Promise<void> {
      const { staffLink, site } = await client.query(StaffLinkDocument, { token });
      siteName.value = site.name;
      person.value = staffLink;
    },
    /** Signs in. @throws TandemError */
    choose: async (token: string, password: string) =>
      void account.take((await client.mutate(ChoosePasswordDocument, { input: { token, password } })).choosePassword),
    /** Whether a link can be mailed at all. @throws TandemError */
    canMail: async (): Promise<boolean> => (await client.query(SiteMailDocument, {})).site.canMail,
    /** @throws TandemError */
    ask: async (email: string) => void (await client.mutate(ForgotPasswordDocument, { input: { email } })),
  };
}
