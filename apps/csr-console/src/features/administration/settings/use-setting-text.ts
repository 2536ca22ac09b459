import { definitionOf, type SettingKey, type SettingValue } from '@tandem/domain';
import { useI18n } from 'vue-i18n';
import type { ChangePart } from '../history/use-changes';
import type { SettingChange } from './use-settings';

/** A setting and its values in words. */
export function useSettingText() {
  const { t } = useI18n();

  function valueText(key: SettingKey, value: SettingValue): string {
    const definition = definitionOf(key);
    switch (definition.kind) {
      case 'SWITCH':
        return value ? t('state.on') : t('state.off');
      case 'CHOICE':
        return t(`setting.${key}.choice.${String(value)}`);
      case 'NUMBER':
        if (value === 0 && definition.canBeOff) return t('settings.never');
        return definition.unit ? t(`settings.unit.${definition.unit}`, { n: String(value) }) : String(value);
      case 'LIST':
        return (value as readonly string[]).join(', ') || t('settings.blank');
      case 'TEXT':
        return String(value) || t('settings.blank');
    }
  }
  const label = (key: SettingKey): string => t(`setting.${key}.label`);
  return {
    label,
    help: (key: SettingKey): string => t(`setting.${key}.help`),
    valueText,
    partsOf({ key, from, to, wasLocked, isLocked }: SettingChange): ChangePart[] {
      const values = from === to ? [] : [t('settings.fromTo', { from: valueText(key, from), to: valueText(key, to) })];
      const lock = wasLocked === isLocked ? [] : [isLocked ? t('settings.lockedNow') : t('settings.unlockedNow')];
      return [{ label: label(key), what: [...values, ...lock].join(' · ') }];
    },
  };
}
