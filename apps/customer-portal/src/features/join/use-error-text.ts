import type { TandemError } from '@tandem/client';
import { useI18n } from 'vue-i18n';

/** A failure as a sentence for the person; waiting times in minutes. */
export function useErrorText() {
  const { t } = useI18n();
  return ({ code, params }: TandemError): string =>
    t(`errors.${code}`, { ...params, minutes: Math.ceil(Number(params.retryAfterSeconds ?? 60) / 60) });
}
