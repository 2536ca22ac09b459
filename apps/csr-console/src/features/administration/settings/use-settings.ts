import type { SettingGroup, SettingKey } from '@tandem/domain';
import { SETTING_GROUPS } from '@tandem/domain';
import { computed, reactive, ref } from 'vue';
import { client, toTandemError } from '../../../client';
import {
  ChangeSettingDocument,
  SettingChangesDocument,
  SettingsDocument,
  UndoSettingChangeDocument,
  type ChangeSettingInput,
  type SettingChangesQuery,
  type SettingPartsFragment,
} from '../../../gql/graphql';
import { useChanges } from '../history/use-changes';
import { useAccount } from '../../auth/use-account';

export type Setting = SettingPartsFragment;
export type SettingChange = SettingChangesQuery['settingChanges']['edges'][number]['node'];

/** The site's settings and their history. A change is saved and effective immediately, and can be undone. */
export function useSettings() {
  const account = useAccount();
  const settings = ref<Setting[]>([]);
  const history = useChanges({
    read: async (page) => (await client.query(SettingChangesDocument, page)).settingChanges,
    async undo(id) {
      take((await client.mutate(UndoSettingChangeDocument, { id })).undoSettingChange);
      await history.load();
    },
    readAgain: loadSettings,
  });

  async function loadSettings(): Promise<void> {
    settings.value = (await client.query(SettingsDocument, {})).settings;
  }

  function take(changed: Setting): void {
    settings.value = settings.value.map((setting) => (setting.key === changed.key ? changed : setting));
    if (changed.key === 'siteName' && account.me)
      account.take({ ...account.me, site: { ...account.me.site, name: String(changed.value) } });
  }
  return reactive({
    settings,
    history,
    groups: computed((): { group: SettingGroup; settings: Setting[] }[] =>
      SETTING_GROUPS.map((group) => ({ group, settings: settings.value.filter((each) => each.group === group) })),
    ),
    /** @throws TandemError */
    async load(): Promise<void> {
      await loadSettings();
      await history.load();
    },
    /** Based on the value that is shown. @throws TandemError */
    async change(input: ChangeSettingInput): Promise<void> {
      const basedOn = settings.value.find(({ key }) => key === input.key)?.version ?? null;
      try {
        take((await client.mutate(ChangeSettingDocument, { input: { ...input, basedOn } })).changeSetting);
      } catch (cause) {
        if (toTandemError(cause).code === 'CHANGED_MEANWHILE') await loadSettings();
        throw cause;
      } finally {
        await history.load();
      }
    },
    /** Takes back what was changed last of one setting. @throws TandemError */
    async undoLast(key: SettingKey): Promise<void> {
      const last = history.changes.find((each) => each.key === key);
      if (last) await history.undo(last.id);
    },
  });
}
export type { SettingKey };
