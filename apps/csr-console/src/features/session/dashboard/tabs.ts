import iconDesktopWindows from 'virtual:icon/desktop-windows-outline';
import iconHandyman from 'virtual:icon/handyman-outline';
import iconSelectWindow from 'virtual:icon/select-window';
import iconTune from 'virtual:icon/tune';
import type { DashboardTab } from '@tandem/domain';
import type { Act } from '../acts/act';
import { chatActs } from '../chat/acts';
import { fileActs } from '../files/acts';
import { mediaActs } from '../media/acts';
import { noteActs } from '../notes/acts';
import { peopleActs } from '../people/acts';
import { sharingActs } from '../sharing/acts';
import { sessionActs } from './session-acts';

const acts = {
  ...peopleActs,
  ...chatActs,
  ...mediaActs,
  ...fileActs,
  ...noteActs,
  ...sharingActs,
  ...sessionActs,
};
export type ActId = keyof typeof acts;
/** `instead`: an alternative to an act that is not available. */
export const ACTS: Readonly<Record<ActId, Act & { instead?: ActId }>> = acts;

/** Keys of the tabs' texts below `labels`. */
export const TAB_LABELS: Record<DashboardTab, string> = {
  TOOLS: 'tools',
  DESKTOP: 'desktop',
  APPLICATION: 'application',
  SESSION: 'sessionTab',
};
export const TAB_ICONS: Record<DashboardTab, string> = {
  TOOLS: iconHandyman,
  DESKTOP: iconDesktopWindows,
  APPLICATION: iconSelectWindow,
  SESSION: iconTune,
};

/** The buttons of each tab, in order. */
export const TABS: Readonly<Record<DashboardTab, readonly ActId[]>> = {
  TOOLS: ['invite', 'chat', 'video', 'fileTransferBasic', 'fileTransferAdvanced', 'audio', 'notes'],
  DESKTOP: ['requestViewDesktop', 'requestControlDesktop', 'shareViewDesktop', 'shareControlDesktop'],
  APPLICATION: [
    ...(['requestViewApplication', 'requestControlApplication', 'shareViewApplication'] as const),
    ...(['shareControlApplication', 'cobrowseView', 'cobrowseControl'] as const),
  ],
  SESSION: ['optionStandard', 'optionSampling', 'recordSession', 'transferControl', 'transferSession', 'endSession'],
};
