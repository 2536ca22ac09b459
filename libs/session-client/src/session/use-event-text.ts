import { useI18n } from 'vue-i18n';
import type { EventText } from '../model/describe-event';

/** A described event as a sentence in the page's language. */
export function useEventText() {
  const { t } = useI18n();
  return ({ key, params, keyed }: EventText): string =>
    t(key, { ...params, ...Object.fromEntries(Object.entries(keyed).map(([name, of]) => [name, t(of)])) });
}
