import type { TandemError } from '../client';
import { useI18n } from 'vue-i18n';

/** A failure as a sentence for the person; waiting times in minutes. */
export function useErrorText() {
  const { t, te } = useI18n();
  return ({ code, params }: TandemError): string =>
    t(te(`staffErrors.${code}`) ? `staffErrors.${code}` : `errors.${code}`, {
      ...params,
      minutes: Math.ceil(Number(params.retryAfterSeconds ?? 60) / 60),
    });
}
