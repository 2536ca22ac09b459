import { LOCALES, type BrandingFont, type Locale } from '@tandem/domain';
import { computed, reactive, ref } from 'vue';
import { client } from '../../../client';
import {
  BrandingChangesDocument,
  BrandingDocument,
  ChangeBrandingDocument,
  UndoBrandingChangeDocument,
  type BrandingPartsFragment,
} from '../../../gql/graphql';
import { useChanges } from '../history/use-changes';
import { sendFont, type SentFont } from './send-font';

export interface JoinWords {
  title: string;
  lead: string;
  help: string;
  footer: string;
  privacyUrl: string;
}
const NO_WORDS: JoinWords = { title: '', lead: '', help: '', footer: '', privacyUrl: '' };
/** The product's own colour, until the site chooses one. */
export const OWN_ACCENT = '#0f5c5c';

function readAsDataUrl(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result as string);
    reader.onerror = () => reject(reader.error ?? new Error('the file can not be read'));
    reader.readAsDataURL(file);
  });
}

/** How the site looks to its customers, as it is worked on; nothing counts before it is saved. */
export function useBranding() {
  const saved = ref<BrandingPartsFragment | null>(null);
  const accent = ref(OWN_ACCENT);
  const texts = ref<Record<Locale, JoinWords>>({} as never);
  /** Undefined: as it is; null: taken away. */
  const logo = ref<string | null | undefined>(undefined);

  const font = ref<BrandingFont>('SYSTEM');
  /** One that was sent and is not saved yet. */
  const sentFont = ref<SentFont | null>(null);
  const keptFont = computed(() => {
    const { path = null, weights = null } = saved.value?.branding.typeface ?? {};
    return path && weights ? { path, weights } : null;
  });

  const history = useChanges({
    read: async (page) => (await client.query(BrandingChangesDocument, page)).brandingChanges,
    async undo(id) {
      take((await client.mutate(UndoBrandingChangeDocument, { id })).undoBrandingChange);
      await history.load();
    },
  });

  function take(next: BrandingPartsFragment): void {
    saved.value = next;
    accent.value = next.branding.accent ?? OWN_ACCENT;
    logo.value = undefined;
    font.value = next.branding.typeface.font;
    sentFont.value = null;
    texts.value = Object.fromEntries(
      LOCALES.map((locale) => {
        const { title, lead, help, footer, privacyUrl } =
          next.branding.texts.find((each) => each.locale === locale) ?? NO_WORDS;
        return [locale, { title, lead, help, footer, privacyUrl }];
      }),
    ) as Record<Locale, JoinWords>;
  }

  return reactive({
    saved,
    history,
    accent,
    texts,
    logo,
    font,
    ownFont: computed(() => sentFont.value ?? keptFont.value),
    /** @throws TandemError */
    async load(): Promise<void> {
      take((await client.query(BrandingDocument, {})).branding);
      await history.load();
    },
    chooseLogo: async (file: File) => void (logo.value = await readAsDataUrl(file)),
    /** @throws TandemError */
    sendFont: async (file: File) => void (sentFont.value = await sendFont(file)),
    /** @throws TandemError */
    async save(): Promise<void> {
      const input = {
        accent: accent.value === OWN_ACCENT ? null : accent.value,
        font: font.value,
        ...(sentFont.value && { fontId: sentFont.value.id }),
        ...(logo.value !== undefined && { logo: logo.value }),
        texts: LOCALES.map((locale) => ({ locale, ...texts.value[locale] })),
      };
      take((await client.mutate(ChangeBrandingDocument, { input })).changeBranding);
      await history.load();
    },
  });
}
