import type { SessionStore } from '@tandem/session-client';
import { computed } from 'vue';
import { useI18n } from 'vue-i18n';
import type { Command } from '../../commands/command';
import { useKeyCommands } from '../../commands/use-key-commands';
import { keyText } from '../keys/keys';
import { useTeam } from '../people/use-team';
import { ACTS, TAB_LABELS } from './tabs';
import type { Dashboard } from './use-dashboard';

/** Acts whose key does the same. The keys of the parts of the side column lead to a place instead. */
const SAME_AS_ACT = ['microphone', 'camera'] as const;

/** Everything in this session: the acts of every tab and of the bar, the tabs, the parts of the side column, the people. */
export function useActCommands(store: SessionStore, dashboard: Dashboard) {
  const { t } = useI18n();
  const team = useTeam(store);
  const keyed = useKeyCommands(SAME_AS_ACT);

  const acts = computed(() =>
    dashboard.buttons.map(({ id, label, tab, isOn, reason }): Command => {
      const { key } = ACTS[id];
      return {
        ...{ id: `act-${id}`, group: 'acts', isOn, reason },
        label: t(`labels.${label}`),
        hint: t(`labels.${TAB_LABELS[tab]}`),
        key: key && keyText(key),
        run: () => dashboard.press(id),
      };
    }),
  );
  const others = computed((): Command[] => {
    const { session } = store;
    const isLocked = session?.isLocked ?? false;
    return [
      ...(store.ability('describeSession').isAllowed
        ? [{ id: 'about', group: 'acts' as const, label: t('about.add'), run: () => dashboard.places.openAbout() }]
        : []),
      ...(team.may('lockSession')
        ? [
            {
              ...{ id: 'lock', group: 'acts' as const, isOn: isLocked },
              label: t('people.lock'),
              run: () => team.lock(!isLocked),
            },
          ]
        : []),
    ];
  });
  const tabs = computed(() =>
    dashboard.tabs.map((tab, at): Command => ({
      ...{ id: `tab-${tab}`, group: 'places', key: keyText('tabs', at) },
      label: t(`labels.${TAB_LABELS[tab]}`),
      hint: t('palette.tab'),
      run: () => (dashboard.tab = tab),
    })),
  );
  const people = computed(() =>
    team.people.map(({ id, name, role, organisation }): Command => ({
      ...{ id: `person-${id}`, group: 'people', label: name },
      hint: [t(`participantRole.${role}`), organisation].filter(Boolean).join(' · '),
      run: () => dashboard.places.focusPeople(id),
    })),
  );
  return computed(() => [...acts.value, ...others.value, ...tabs.value, ...keyed.value, ...people.value]);
}
