import { onScopeDispose, shallowRef, watch, type ShallowRef } from 'vue';
import { client, type TandemError } from '../client';
import { ReachableDocument } from '../gql/graphql';

/** So long a person has to read that Tandem could not be reached; then it is asked whether it can. */
const ASK_AGAIN = 3000;

/** The failure of the last act. An unreachable server is shown until it is reachable again; then `onBack` is called. */
export function useFailure(onBack: () => void): ShallowRef<TandemError | null> {
  const error = shallowRef<TandemError | null>(null);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isGone = false;

  async function ask(): Promise<void> {
    const failed = error.value;
    const isBack = await client.query(ReachableDocument, {}).then(
      () => true,
      ({ code }: TandemError) => code !== 'UNAVAILABLE',
    );
    if (isGone || error.value !== failed) return;
    if (!isBack) return later();
    error.value = null;
    onBack();
  }
  const later = (): void => void (timer = setTimeout(() => void ask(), ASK_AGAIN));
  watch(
    error,
    (failed) => {
      clearTimeout(timer);
      if (failed?.code === 'UNAVAILABLE') later();
    },
    { flush: 'sync' },
  );
  onScopeDispose(() => {
    isGone = true;
    clearTimeout(timer);
  });
  return error;
}
