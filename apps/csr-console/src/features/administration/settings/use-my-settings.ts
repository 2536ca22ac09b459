import type { SettingKey, SettingValue, SettingValues } from '@tandem/domain';
import { SETTING_DEFAULTS } from '@tandem/domain';
import { reactive, ref } from 'vue';
import { client } from '../../../client';
import { ChangeMySettingDocument, MySettingsDocument, type SettingPartsFragment } from '../../../gql/graphql';

const settings = ref<SettingPartsFragment[]>([]);

const mine = reactive({
  settings,
  /** @throws TandemError */
  load: async (): Promise<void> => void (settings.value = (await client.query(MySettingsDocument, {})).mySettings),
  /** Null: as the site says. @throws TandemError */
  async change(key: SettingKey, value: SettingValue | null): Promise<void> {
    settings.value = (await client.mutate(ChangeMySettingDocument, { key, value })).changeMySetting;
  },
  /** What applies; the default until it is known. */
  of<K extends SettingKey>(key: K): SettingValues[K] {
    const found = settings.value.find((setting) => setting.key === key);
    return (found?.value ?? SETTING_DEFAULTS[key]) as SettingValues[K];
  },
});

/** What the signed-in member of staff has chosen for themselves: one for the whole console. */
export const useMySettings = () => mine;
