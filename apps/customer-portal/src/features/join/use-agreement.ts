import { createTandemClient } from '@tandem/client';
import { computed, reactive, ref, watch } from 'vue';
import { AgreementDocument, type AgreementQuery } from '../../gql/graphql';
import { chosenLocale } from '../../locale';

type Agreement = NonNullable<AgreementQuery['site']['agreement']>;

/** The site's agreement in the page's language; a new version must be accepted again. */
export function useAgreement() {
  const agreement = ref<Agreement | null>(null);
  const agreedId = ref<string | null>(null);
  const isMissing = ref(false);

  async function load(): Promise<void> {
    const answer = await createTandemClient({}).query(AgreementDocument, { locale: chosenLocale.value });
    agreement.value = answer.site.agreement ?? null;
  }
  watch(chosenLocale, () => void load().catch(() => undefined), { immediate: true }); // the server asks in any case
  const isAgreed = computed({
    get: () => agreement.value !== null && agreedId.value === agreement.value.id,
    set: (isIt) => {
      agreedId.value = isIt ? (agreement.value?.id ?? null) : null;
      isMissing.value = false;
    },
  });
  return reactive({
    agreement,
    isAgreed,
    isMissing,
    /** Whether one may go on; else it says so. */
    check: (): boolean => !(isMissing.value = agreement.value !== null && !isAgreed.value),
    agreedTo: computed(() => (isAgreed.value ? agreedId.value : null)),
    load: () => load().catch(() => undefined),
  });
}
export type AgreementStore = ReturnType<typeof useAgreement>;
