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
import { useMeanwhile } from '../../../kit/use-meanwhile';
import { useChanges } from '../history/use-changes';
import { toBrandingForm, wordsIn, type BrandingForm, type JoinWords } from './branding-form';
import { sendFont, type SentFont } from './send-font';

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
      saved.value = (await client.mutate(UndoBrandingChangeDocument, { id })).undoBrandingChange;
      meanwhile.rebase(savedForm(saved.value));
      await history.load();
    },
    readAgain: () => meanwhile.readAgain(),
  });

  const savedForm = ({ branding, version }: BrandingPartsFragment) => ({
    form: toBrandingForm({
      accent: branding.accent ?? OWN_ACCENT,
      logo: branding.logoPath ?? null,
      font: branding.typeface.font,
      texts: branding.texts,
    }),
    version,
  });
  const meanwhile = useMeanwhile<BrandingForm>({
    mine: () =>
      toBrandingForm({
        accent: accent.value,
        logo: logo.value === undefined ? (saved.value?.branding.logoPath ?? null) : logo.value,
        font: font.value,
        texts: LOCALES.map((locale) => ({ locale, ...texts.value[locale] })),
      }),
    put(form) {
      accent.value = String(form.accent);
      logo.value = form.logo === (saved.value?.branding.logoPath ?? null) ? undefined : form.logo;
      font.value = form.font as BrandingFont;
      texts.value = wordsIn(form);
    },
    async read() {
      saved.value = (await client.query(BrandingDocument, {})).branding;
      await history.load();
      return savedForm(saved.value);
    },
  });

  function take(next: BrandingPartsFragment): void {
    saved.value = next;
    meanwhile.start(savedForm(next));
    accent.value = next.branding.accent ?? OWN_ACCENT;
    logo.value = undefined;
    font.value = next.branding.typeface.font;
    sentFont.value = null;
    texts.value = wordsIn(savedForm(next).form);
  }

  return reactive({
    saved,
    history,
    /** What somebody else has saved while this was worked on. */
    theirChanges: meanwhile.changes,
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
      const input = () => ({
        accent: accent.value === OWN_ACCENT ? null : accent.value,
        font: font.value,
        ...(sentFont.value && { fontId: sentFont.value.id }),
        ...(logo.value !== undefined && { logo: logo.value }),
        texts: LOCALES.map((locale) => ({ locale, ...texts.value[locale] })),
      });
      const change = (basedOn: string | null) =>
        client.mutate(ChangeBrandingDocument, { input: { ...input(), basedOn } });
      take((await meanwhile.save(change)).changeBranding);
      await history.load();
    },
  });
}
