import { LOCALES, type Locale } from '@tandem/domain';
import { computed, reactive, ref } from 'vue';
import { client } from '../../../client';
import { useMeanwhile } from '../../../kit/use-meanwhile';
import { AgreementVersionsDocument, PublishAgreementDocument, type AgreementPartsFragment } from '../../../gql/graphql';

type Words = Record<Locale, { title: string; body: string }>;

/** The versions of what is agreed to before a session, and the next one as it is written. */
export function useAgreements() {
  const versions = ref<AgreementPartsFragment[]>([]);
  const isLoaded = ref(false);
  const words = ref<Words>(Object.fromEntries(LOCALES.map((each) => [each, { title: '', body: '' }])) as Words);

  const newest = computed(() => versions.value[0] ?? null);
  const isWhole = computed(() =>
    LOCALES.every((each) => words.value[each].title.trim() && words.value[each].body.trim()),
  );
  const isChanged = computed(() =>
    LOCALES.some((each) => {
      const { title, body } = newest.value?.texts.find(({ locale }) => locale === each) ?? { title: '', body: '' };
      return title !== words.value[each].title.trim() || body !== words.value[each].body.trim();
    }),
  );
  function wordAs({ texts }: Pick<AgreementPartsFragment, 'texts'>): void {
    for (const { locale, title, body } of texts) words.value[locale] = { title, body };
  }
  /** By the name of a part, as `ko.title`. */
  const toForm = (texts: { locale: Locale; title: string; body: string }[]): Record<string, string> =>
    Object.fromEntries(
      LOCALES.flatMap((locale) => {
        const { title = '', body = '' } = texts.find((each) => each.locale === locale) ?? {};
        return [
          [`${locale}.title`, title],
          [`${locale}.body`, body],
        ];
      }),
    );
  const savedForm = () => ({ form: toForm(newest.value?.texts ?? []), version: newest.value?.version ?? 0 });
  const meanwhile = useMeanwhile<Record<string, string>, number>({
    mine: () => toForm(LOCALES.map((locale) => ({ locale, ...words.value[locale] }))),
    put(merged) {
      for (const each of LOCALES)
        words.value[each] = { title: merged[`${each}.title`] ?? '', body: merged[`${each}.body`] ?? '' };
    },
    async read() {
      versions.value = await read();
      return savedForm();
    },
  });
  const read = async () => (await client.query(AgreementVersionsDocument, {})).agreementVersions;

  function take(next: AgreementPartsFragment[]): void {
    versions.value = next;
    isLoaded.value = true;
    if (next[0]) wordAs(next[0]);
    meanwhile.start(savedForm());
  }

  return reactive({
    versions,
    words,
    isLoaded,
    /** What somebody else has published while this was written. */
    theirChanges: meanwhile.changes,
    /** Takes the words of an earlier version. */
    wordAs,
    nextVersion: computed(() => (newest.value?.version ?? 0) + 1),
    mayPublish: computed(() => isWhole.value && isChanged.value),
    /** @throws TandemError */
    load: async () => take(await read()),
    /** @throws TandemError */
    publish: async () => {
      const texts = () => LOCALES.map((locale) => ({ locale, ...words.value[locale] }));
      const publish = (basedOn: number | null) =>
        client.mutate(PublishAgreementDocument, { input: { texts: texts(), basedOn } });
      take((await meanwhile.save(publish)).publishAgreement);
    },
  });
}
export type AgreementsStore = ReturnType<typeof useAgreements>;
