import { createTandemClient } from '@tandem/client';
import { computed, ref } from 'vue';
import { SiteDocument, type SiteQuery } from '../../gql/graphql';
import { chosenLocale, hasChosenLocale } from '../../locale';
import { paintSite } from './site-colours';
import { setInFont } from './site-font';

const site = ref<SiteQuery['site'] | null>(null);
let loading: Promise<void> | null = null;

/** What the site says where customers join, in the page's language; empty where it says nothing of its own. */
const words = computed(() => site.value?.branding.texts.find(({ locale }) => locale === chosenLocale.value) ?? null);

async function load(): Promise<void> {
  const isFree = !hasChosenLocale();
  site.value = (await createTandemClient({}).query(SiteDocument, {})).site;
  const { palette, typeface } = site.value.branding;
  setInFont(typeface);
  if (palette) paintSite(palette);
  if (isFree && !/^(ko|en)/i.test(navigator.language)) chosenLocale.value = site.value.locale;
}

/** The site's name, loaded once; without an answer the page still works. */
export function useSite() {
  loading ??= load().catch(() => void (loading = null));
  return { site, words };
}
