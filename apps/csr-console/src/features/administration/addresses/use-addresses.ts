import { reactive, ref } from 'vue';
import { client } from '../../../client';
import {
  AddSiteAddressDocument,
  CheckSiteAddressDocument,
  ChooseMainAddressDocument,
  RemoveSiteAddressDocument,
  SiteAddressesDocument,
  type AddressPartsFragment,
  type CheckSiteAddressMutation,
} from '../../../gql/graphql';

export type SiteAddress = AddressPartsFragment['addresses'][number];
export type Found = Pick<CheckSiteAddressMutation['checkSiteAddress'], 'finding' | 'ip'>;

/** The host names of the site, and the results of their checks. */
export function useAddresses() {
  const site = ref<AddressPartsFragment | null>(null);
  const found = ref<Record<string, Found>>({});

  return reactive({
    site,
    found,
    /** @throws TandemError */
    load: async () => void (site.value = (await client.query(SiteAddressesDocument, {})).siteAddresses),
    add: async (name: string) =>
      void (site.value = (await client.mutate(AddSiteAddressDocument, { name })).addSiteAddress),
    remove: async (host: string) =>
      void (site.value = (await client.mutate(RemoveSiteAddressDocument, { host })).removeSiteAddress),
    /** Null: links lead to where their maker is. */
    chooseMain: async (host: string | null) =>
      void (site.value = (await client.mutate(ChooseMainAddressDocument, { host })).chooseMainAddress),
    async check(host: string): Promise<void> {
      const { checkSiteAddress } = await client.mutate(CheckSiteAddressDocument, { host });
      site.value = checkSiteAddress.site;
      found.value = { ...found.value, [host]: checkSiteAddress };
    },
  });
}
export type AddressesStore = ReturnType<typeof useAddresses>;
