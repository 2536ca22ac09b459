import { DASHBOARD_TABS, type DashboardTab, type ShareMode } from '@tandem/domain';
import { operations } from '@tandem/session-client';
import { computed, reactive, ref } from 'vue';
import { useI18n } from 'vue-i18n';
import { toTandemError } from '../../../client';
import { useAct } from '../../../kit/use-act';
import { useAccount } from '../../auth/use-account';
import type { Act, ActContext, ShownAct } from '../acts/act';
import { useShareMode } from '../sharing/use-share-mode';
import { ACTS, TABS, type ActId } from './tabs';

/** An act on its tab. */
export interface ShownButton extends ShownAct<ActId> {
  tab: DashboardTab;
}
type Given = Omit<ActContext, 'shareModes'> & { saveNotes(): Promise<unknown> };

/** The buttons of the dashboard: what each does and shows, and why it is disabled. */
export function useDashboard({ saveNotes, ...given }: Given) {
  const { store, media, sharing } = given;
  const { t } = useI18n();
  const account = useAccount();
  const tab = ref<DashboardTab>(account.tabOrder[0]!);
  const { act, error } = useAct();
  const pressed = new Set<string>();
  const pressedAgain = new Set<string>();
  const shareModes = useShareMode(store, sharing);
  const context: ActContext = { ...given, shareModes };

  /** A CSR who doesn't lead leaves by the same button. */
  const isLeaving = computed(() => store.me !== null && store.me.role !== 'PRIMARY_CSR');
  const actOf = (id: ActId): Act & { instead?: ActId } =>
    id === 'endSession' && isLeaving.value
      ? { ...ACTS[id], label: 'leaveSession', ability: 'leaveSession', mutation: 'leaveSession' }
      : ACTS[id];

  function reasonOf({ missing, ability, media: needed }: Act): string | null {
    if (missing) return t(`missing.${missing}`);
    const { isAllowed, reason } = store.ability(ability!);
    if (!isAllowed) return reason ? t(`abilityReason.${reason}`) : t('missing.loading');
    if (needed === 'BOTH') return sharing.withoutMedia && t(`withoutMedia.${sharing.withoutMedia}`);
    return needed === 'OWN' && media.state !== 'live' ? t('withoutMedia.OWN') : null;
  }
  function nextOf(id: ActId, { instead }: { instead?: ActId }): ShownButton['next'] {
    const wanted = instead ?? (store.customer ? 'chat' : 'invite');
    return wanted !== id && reasonOf(actOf(wanted)) === null ? { id: wanted, label: actOf(wanted).label } : null;
  }
  function show(id: ActId): ShownAct<ActId> {
    const { isOn, ...shown } = actOf(id);
    const reason = reasonOf(shown);
    const next = reason ? nextOf(id, shown) : null;
    return { ...shown, id, isToggle: isOn !== undefined, isOn: isOn?.(context) ?? false, reason, next };
  }

  const onTab = (tab: DashboardTab) => TABS[tab].map((id): ShownButton => ({ ...show(id), tab }));

  /**
   * Buttons don't wait for each other. A second press of the same button is ignored while it runs; of a toggle it is done
   * afterwards, so that what is pressed twice is as it was before.
   */
  async function run(id: string, does: () => unknown, isToggle = false): Promise<void> {
    if (pressed.has(id)) {
      if (isToggle && !pressedAgain.delete(id)) pressedAgain.add(id);
      return;
    }
    pressed.add(id);
    error.value = null;
    try {
      await does();
    } catch (cause) {
      error.value = toTandemError(cause);
    } finally {
      pressed.delete(id);
    }
    if (pressedAgain.delete(id)) await run(id, does, isToggle);
  }

  return reactive({
    tab,
    tabs: computed(() => account.tabOrder),
    buttons: computed(() => DASHBOARD_TABS.flatMap(onTab)),
    error,
    places: given.places,
    inTab: computed(() => onTab(tab.value)),
    show,
    press: (id: ActId) => run(id, () => ACTS[id].run?.(context), 'isOn' in ACTS[id]),
    shareModes,
    chooseMode: (mode: ShareMode) => run(mode, () => shareModes.choose(mode)),
    isLeaving,
    /** Ends the session for everybody, or leaves it. */
    end: () =>
      act(async () => {
        await saveNotes(); // nothing can be saved in the session after its end
        const document = isLeaving.value ? operations.LeaveSessionDocument : operations.EndSessionDocument;
        await store.client.mutate(document as typeof operations.EndSessionDocument, { sessionId: store.id });
      }),
  });
}
export type Dashboard = ReturnType<typeof useDashboard>;
