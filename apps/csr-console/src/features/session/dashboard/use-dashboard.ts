import type { DashboardTab, SessionAct, ShareMode } from '@tandem/domain';
import type { Consents, Media, SessionStore, Sharing } from '@tandem/session-client';
import { operations } from '@tandem/session-client';
import { computed, reactive, ref } from 'vue';
import { useI18n } from 'vue-i18n';
import { toTandemError } from '../../../client';
import { useAct } from '../../../kit/use-act';
import { useAccount } from '../../auth/use-account';
import { BUTTONS, type DashboardButton } from './buttons';
import { useShareMode } from './use-share-mode';

/** A button as it stands now. */
export interface ShownButton extends DashboardButton {
  isOn: boolean;
  /** A sentence when it can't be used now. */
  reason: string | null;
  /** What else helps: a button that can be used. */
  next: DashboardButton | null;
}

/** What works while audio, video and screens don't. */
const WITHOUT_MEDIA = new Set([
  'invite',
  'chat',
  'notes',
  'fileTransferBasic',
  'transferControl',
  'endSession',
  'optionStandard',
  'optionSampling',
]);

/** Of a screen, which nobody sees unless both sides are in the media room. */
const SCREENS = /^(?:request|share)View/;

interface Places {
  openInvite(): void;
  focusChat(): void;
  focusNotes(): void;
  openFiles(): void;
  openTransfer(): void;
  saveNotes(): Promise<unknown>;
  askEnd(): void;
}

/** What each button of the dashboard does, shows, and says when it can't. */
export function useDashboard(
  store: SessionStore,
  media: Media,
  { sharing, consents }: { sharing: Sharing; consents: Consents },
  places: Places,
) {
  const { t } = useI18n();
  const account = useAccount();
  const tab = ref<DashboardTab>(account.tabOrder[0]!);
  const { act, error } = useAct();
  const pressed = new Set<string>();
  const shareMode = useShareMode(store, sharing);

  const ON: Record<string, () => boolean> = {
    audio: () => media.microphone !== null,
    video: () => media.camera !== null,
    optionStandard: () => shareMode.option === 'STANDARD',
    optionSampling: () => shareMode.option === 'SAMPLING',
  };
  const isOn = (id: string) => ON[id]?.() ?? false;

  function reasonOf(button: DashboardButton): string | null {
    if (button.missing) return t(`missing.${button.missing}`);
    const { isAllowed, reason } = store.ability(button.act as SessionAct);
    if (!isAllowed) return reason ? t(`abilityReason.${reason}`) : t('missing.loading');
    if (SCREENS.test(button.id)) return sharing.withoutMedia && t(`withoutMedia.${sharing.withoutMedia}`);
    const needsMedia = !WITHOUT_MEDIA.has(button.id);
    return needsMedia && media.state !== 'live' ? t('withoutMedia.OWN') : null;
  }
  function nextOf(button: DashboardButton): DashboardButton | null {
    const wanted = button.instead ?? (store.customer ? 'chat' : 'invite');
    const other = BUTTONS.find(({ id }) => id === wanted);
    return other && other.id !== button.id && reasonOf(other) === null ? other : null;
  }

  /** Who doesn't lead leaves by the same button. */
  const isLeaving = computed(() => store.me !== null && store.me.role !== 'PRIMARY_CSR');
  const asItIs = (button: DashboardButton): DashboardButton =>
    button.id === 'endSession' && isLeaving.value
      ? { ...button, label: 'leaveSession', act: 'leaveSession', mutation: 'leaveSession' }
      : button;

  const buttons = computed((): ShownButton[] =>
    BUTTONS.map(asItIs).map((button) => {
      const reason = reasonOf(button);
      return { ...button, isOn: isOn(button.id), reason, next: reason ? nextOf(button) : null };
    }),
  );

  const acts: Record<string, () => unknown> = {
    invite: places.openInvite,
    chat: places.focusChat,
    notes: places.focusNotes,
    endSession: places.askEnd,
    fileTransferBasic: places.openFiles,
    transferControl: places.openTransfer,
    video: () => media.toggle('camera'),
    audio: () => media.toggle('microphone'),
    requestViewDesktop: () => consents.ask('REQUEST_VIEW', 'DESKTOP'),
    requestViewApplication: () => consents.ask('REQUEST_VIEW', 'APPLICATION'),
    shareViewDesktop: () => consents.ask('SHARE_VIEW', 'DESKTOP'),
    optionStandard: () => shareMode.chooseOption('STANDARD'),
    optionSampling: () => shareMode.chooseOption('SAMPLING'),
    shareViewApplication: () => consents.ask('SHARE_VIEW', 'APPLICATION'),
  };

  /** Each button for itself: a second one doesn't wait for the first, a second press of the same does nothing. */
  async function run(id: string, does: (() => unknown) | undefined): Promise<void> {
    if (pressed.has(id)) return;
    pressed.add(id);
    error.value = null;
    try {
      await does?.();
    } catch (cause) {
      error.value = toTandemError(cause);
    } finally {
      pressed.delete(id);
    }
  }

  return reactive({
    tab,
    tabs: computed(() => account.tabOrder),
    buttons,
    error,
    inTab: computed(() => buttons.value.filter((button) => button.tab === tab.value)),
    press: (id: string) => run(id, acts[id]),
    shareMode,
    chooseWay: (way: ShareMode) => run(way, () => shareMode.choose(way)),
    isLeaving,
    /** For everybody, at once; or only one's own part. */
    end: () =>
      act(async () => {
        await places.saveNotes(); // the end is the last that a session hears of
        const document = isLeaving.value ? operations.LeaveSessionDocument : operations.EndSessionDocument;
        await store.client.mutate(document as typeof operations.EndSessionDocument, { sessionId: store.id });
      }),
  });
}
export type Dashboard = ReturnType<typeof useDashboard>;
