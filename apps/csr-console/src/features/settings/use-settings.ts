import type { SettingGroup, SettingKey, SettingValue } from '@tandem/domain';
import { SETTING_GROUPS } from '@tandem/domain';
import { computed, reactive, ref } from 'vue';
import { client } from '../../client';
import {
  ChangeSettingDocument,
  SettingChangesDocument,
  SettingsDocument,
  UndoSettingChangeDocument,
  type ChangeSettingInput,
  type SettingChangesQuery,
  type SettingPartsFragment,
} from '../../gql/graphql';
import { useAccount } from '../auth/use-account';

export type Setting = SettingPartsFragment;
export type SettingChange = SettingChangesQuery['settingChanges']['edges'][number]['node'];

const PAGE = 10;

/** The site's settings and their history. A change is saved and in effect at once, and can be taken back. */
export function useSettings() {
  const account = useAccount();
  const settings = ref<Setting[]>([]);
  const changes = ref<SettingChange[]>([]);
  const more = ref<string | null>(null);

  function take(changed: Setting): void {
    settings.value = settings.value.map((setting) => (setting.key === changed.key ? changed : setting));
    if (changed.key === 'siteName' && account.me)
      account.take({ ...account.me, site: { ...account.me.site, name: String(changed.value) } });
  }
  async function loadChanges(after: string | null = null): Promise<void> {
    const { settingChanges } = await client.query(SettingChangesDocument, { first: PAGE, after });
    const nodes = settingChanges.edges.map(({ node }) => node);
    changes.value = after ? [...changes.value, ...nodes] : nodes;
    more.value = settingChanges.pageInfo.hasNextPage ? (settingChanges.pageInfo.endCursor ?? null) : null;
  }

  return reactive({
    settings,
    changes,
    hasMore: computed(() => more.value !== null),
    groups: computed((): { group: SettingGroup; settings: Setting[] }[] =>
      SETTING_GROUPS.map((group) => ({ group, settings: settings.value.filter((each) => each.group === group) })),
    ),
    /** @throws TandemError */
    async load(): Promise<void> {
      settings.value = (await client.query(SettingsDocument, {})).settings;
      await loadChanges();
    },
    loadMore: () => loadChanges(more.value),
    /** @throws TandemError */
    async change(input: ChangeSettingInput): Promise<void> {
      take((await client.mutate(ChangeSettingDocument, { input })).changeSetting);
      await loadChanges();
    },
    /** @throws TandemError */
    async undo(id: string): Promise<void> {
      take((await client.mutate(UndoSettingChangeDocument, { id })).undoSettingChange);
      await loadChanges();
    },
    /** Takes back what was changed last of one setting. @throws TandemError */
    async undoLast(key: SettingKey): Promise<void> {
      const last = changes.value.find((each) => each.key === key);
      if (last) await this.undo(last.id);
    },
  });
}
export type { SettingKey, SettingValue };
