import { client } from '../../client';
import {
  AddressLinkDocument,
  CancelAddressChangeDocument,
  ChangeMyAddressDocument,
  ConfirmAddressDocument,
  SendAddressLinkDocument,
  type AddressLinkQuery,
} from '../../gql/graphql';
import { useAccount } from './use-account';

export type AddressLink = AddressLinkQuery['addressLink'];

/** A new mail address of one's account: wished with the password, confirmed by its link. Each throws TandemError. */
export function useAddress() {
  const account = useAccount();
  const own = () => ({ userId: account.me?.id ?? '' });
  return {
    change: async (email: string, password: string): Promise<void> =>
      void account.take((await client.mutate(ChangeMyAddressDocument, { input: { email, password } })).changeMyAddress),
    async sendAgain(): Promise<void> {
      await client.mutate(SendAddressLinkDocument, own());
      await account.reload();
    },
    async cancel(): Promise<void> {
      await client.mutate(CancelAddressChangeDocument, own());
      await account.reload();
    },
    open: async (token: string): Promise<AddressLink> =>
      (await client.query(AddressLinkDocument, { token })).addressLink,
    confirm: async (token: string): Promise<void> => void (await client.mutate(ConfirmAddressDocument, { token })),
  };
}
