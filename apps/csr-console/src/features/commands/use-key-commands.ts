import { computed } from 'vue';
import { useI18n } from 'vue-i18n';
import { KEYS, keyText, type UsedKeyId } from '../session/keys/keys';
import { actOfKey, keysInUse } from '../session/keys/use-keys';
import type { Command } from './command';

/** Everything that has a key on this page, without what is offered otherwise. */
export function useKeyCommands(others: readonly UsedKeyId[] = []) {
  const { t } = useI18n();
  const except = new Set<UsedKeyId>(['commands', 'tabs', ...others]); // the palette itself; tabs have names
  return computed((): Command[] =>
    keysInUse()
      .filter((id) => !except.has(id))
      .map((id) => ({
        id: `key-${id}`,
        group: KEYS[id].group === 'places' ? 'places' : 'acts',
        label: actOfKey(id)?.label?.() ?? t(`keys.of.${id}`),
        key: keyText(id),
        reason: actOfKey(id)?.reason?.() ?? null,
        run: () => actOfKey(id)?.run(0),
      })),
  );
}
