import { useTimeoutFn } from '@vueuse/core';
import { ref, shallowRef, watch } from 'vue';
import { toTandemError, type TandemError } from '../../../client';
import type { MailTemplateInput } from '../../../gql/graphql';
import type { MailPreview, TemplatesStore } from './use-templates';

const REST = 300;

/** The mail as it would be sent, shortly after typing stops. Errors in it are shown instead. */
export function usePreview(store: TemplatesStore, input: () => MailTemplateInput) {
  const preview = ref<MailPreview | null>(null);
  const problem = shallowRef<TandemError | null>(null);
  let asked = 0;

  async function show(): Promise<void> {
    const mine = ++asked;
    try {
      const shown = await store.preview(input());
      if (mine !== asked) return;
      preview.value = shown;
      problem.value = null;
    } catch (cause) {
      if (mine === asked) problem.value = toTandemError(cause);
    }
  }
  const { start } = useTimeoutFn(show, REST, { immediate: false });
  watch(input, start, { deep: true });
  void show();
  return { preview, problem };
}
