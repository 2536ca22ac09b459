import { TandemError } from '@tandem/client';
import { ref } from 'vue';
import { useErrorText } from '../../join/use-error-text';

/** Acts on files, and what went wrong with the last one as a sentence. */
export function useFileAct() {
  const errorText = useErrorText();
  const problem = ref<string | null>(null);
  async function act(work: () => Promise<unknown>): Promise<void> {
    problem.value = null;
    try {
      await work();
    } catch (cause) {
      problem.value = errorText(cause instanceof TandemError ? cause : new TandemError('UNAVAILABLE'));
    }
  }
  return { act, problem };
}
