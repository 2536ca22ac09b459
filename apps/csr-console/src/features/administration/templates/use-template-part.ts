import type { Locale } from '@tandem/domain';
import { useI18n } from 'vue-i18n';
import type { ChangePart } from '../history/use-changes';

/** A changed part of a mail in one language, in words. */
export function useTemplatePart(lang: Locale) {
  const { t } = useI18n();
  return ({ name, from, to }: { name: string; from: string; to: string }): ChangePart => {
    const label = t(`templates.part.${name}`);
    if (name === 'isLocked') return { label, what: t(to ? 'templates.lockedNow' : 'templates.unlockedNow') };
    return { label, what: to || t('settings.blank'), was: from || t('settings.blank'), lang };
  };
}
