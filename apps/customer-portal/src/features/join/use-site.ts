import { createTandemClient } from '@tandem/contract/client';
import { ref } from 'vue';
import { SiteDocument, type SiteQuery } from '../../gql/graphql';
import { chosenLocale, hasChosenLocale } from '../../locale';

const site = ref<SiteQuery['site'] | null>(null);
let loading: Promise<void> | null = null;

async function load(): Promise<void> {
  const isFree = !hasChosenLocale();
  site.value = (await createTandemClient({}).query(SiteDocument, {})).site;
  if (isFree && !/^(ko|en)/i.test(navigator.language)) chosenLocale.value = site.value.locale;
}

/** The site's name, loaded once; without an answer the page still works. */
export function useSite() {
  loading ??= load().catch(() => void (loading = null));
  return { site };
}
