import { useI18n } from 'vue-i18n';

/** Moments as people of the page's language write them. */
export function useDateText() {
  const { locale } = useI18n();
  const format = (at: string, options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale.value, options).format(new Date(at));
  return {
    day: (at: string) => format(at, { dateStyle: 'medium', timeStyle: 'short' }),
    clock: (at: string) => format(at, { hour: 'numeric', minute: '2-digit' }),
    time: (at: string) => format(at, { hour: 'numeric', minute: '2-digit', second: '2-digit' }),
  };
}
