import type { DashboardTab, SessionAct } from '@tandem/domain';
import {
  symOutlinedCallEnd,
  symOutlinedChat,
  symOutlinedDescription,
  symOutlinedFiberManualRecord,
  symOutlinedFolderOpen,
  symOutlinedHighQuality,
  symOutlinedMic,
  symOutlinedMoveUp,
  symOutlinedPanTool,
  symOutlinedPersonAdd,
  symOutlinedPresentToAll,
  symOutlinedPublic,
  symOutlinedSpeed,
  symOutlinedSwapHoriz,
  symOutlinedTouchApp,
  symOutlinedUploadFile,
  symOutlinedVideocam,
  symOutlinedVisibility,
} from '@quasar/extras/material-symbols-outlined';

/** The tabs' keys below `labels`. */
export const TAB_LABELS: Record<DashboardTab, string> = {
  TOOLS: 'tools',
  DESKTOP: 'desktop',
  APPLICATION: 'application',
  SESSION: 'sessionTab',
};

/** Why a button does nothing yet; the key of its sentence. */
export type Missing = 'needsSupportManager' | 'needsCobrowse' | 'needsRecording' | 'needsQueue';

export interface DashboardButton {
  id: string;
  tab: DashboardTab;
  /** Key below `labels`: the seed's own word. */
  label: string;
  icon: string;
  /** Key below `labels` of the heading that it stands under, with others. */
  group?: string;
  /** What the server says about it, and the mutation that it ends in. */
  act: SessionAct | null;
  mutation: string | null;
  missing?: Missing;
  /** The button that does the next best thing. */
  instead?: string;
}

/** Every button of the CSR dashboard, one line each: its mutation, or why it is not there yet. */
// prettier-ignore
export const BUTTONS: readonly DashboardButton[] = [
  { id: 'invite', tab: 'TOOLS', label: 'invite', icon: symOutlinedPersonAdd, act: 'invite', mutation: 'inviteByEmail' },
  { id: 'chat', tab: 'TOOLS', label: 'chat', icon: symOutlinedChat, act: 'sendChatMessage', mutation: 'sendChatMessage' },
  { id: 'video', tab: 'TOOLS', label: 'video', icon: symOutlinedVideocam, act: 'useVideo', mutation: 'setCamera' },
  { id: 'fileTransferBasic', tab: 'TOOLS', label: 'fileTransferBasic', icon: symOutlinedUploadFile, act: 'downloadFile', mutation: 'offerFile', instead: 'chat' },
  { id: 'fileTransferAdvanced', tab: 'TOOLS', label: 'fileTransferAdvanced', icon: symOutlinedFolderOpen, act: null, mutation: null, missing: 'needsSupportManager', instead: 'chat' },
  { id: 'audio', tab: 'TOOLS', label: 'audio', icon: symOutlinedMic, act: 'useAudio', mutation: 'setMicrophone' },
  { id: 'notes', tab: 'TOOLS', label: 'notes', icon: symOutlinedDescription, act: 'saveNote', mutation: 'saveNote' },

  { id: 'requestViewDesktop', tab: 'DESKTOP', label: 'requestView', icon: symOutlinedVisibility, act: 'requestViewDesktop', mutation: 'askShare' },
  { id: 'requestControlDesktop', tab: 'DESKTOP', label: 'requestControl', icon: symOutlinedTouchApp, act: null, mutation: null, missing: 'needsSupportManager', instead: 'requestViewDesktop' },
  { id: 'shareViewDesktop', tab: 'DESKTOP', label: 'shareView', icon: symOutlinedPresentToAll, act: 'shareViewDesktop', mutation: 'askShare' },
  { id: 'shareControlDesktop', tab: 'DESKTOP', label: 'shareControl', icon: symOutlinedPanTool, act: null, mutation: null, missing: 'needsSupportManager', instead: 'shareViewDesktop' },

  { id: 'requestViewApplication', tab: 'APPLICATION', label: 'requestView', icon: symOutlinedVisibility, act: 'requestViewApplication', mutation: 'askShare' },
  { id: 'requestControlApplication', tab: 'APPLICATION', label: 'requestControl', icon: symOutlinedTouchApp, act: null, mutation: null, missing: 'needsSupportManager', instead: 'requestViewApplication' },
  { id: 'shareViewApplication', tab: 'APPLICATION', label: 'shareView', icon: symOutlinedPresentToAll, act: 'shareViewApplication', mutation: 'askShare' },
  { id: 'shareControlApplication', tab: 'APPLICATION', label: 'shareControl', icon: symOutlinedPanTool, act: null, mutation: null, missing: 'needsSupportManager', instead: 'shareViewApplication' },
  { id: 'cobrowseView', tab: 'APPLICATION', label: 'cobrowseView', icon: symOutlinedPublic, act: null, mutation: null, missing: 'needsCobrowse', instead: 'requestViewApplication' },
  { id: 'cobrowseControl', tab: 'APPLICATION', label: 'cobrowseControl', icon: symOutlinedTouchApp, act: null, mutation: null, missing: 'needsCobrowse', instead: 'requestViewApplication' },

  { id: 'optionStandard', tab: 'SESSION', group: 'sessionOptions', label: 'optionStandard', icon: symOutlinedHighQuality, act: 'changeShareMode', mutation: 'setShareMode' },
  { id: 'optionSampling', tab: 'SESSION', group: 'sessionOptions', label: 'optionSampling', icon: symOutlinedSpeed, act: 'changeShareMode', mutation: 'setShareMode' },
  { id: 'recordSession', tab: 'SESSION', label: 'recordSession', icon: symOutlinedFiberManualRecord, act: null, mutation: null, missing: 'needsRecording', instead: 'notes' },
  { id: 'transferControl', tab: 'SESSION', label: 'transferControl', icon: symOutlinedSwapHoriz, act: 'transferControl', mutation: 'transferControl', instead: 'invite' },
  { id: 'transferSession', tab: 'SESSION', label: 'transferSession', icon: symOutlinedMoveUp, act: null, mutation: null, missing: 'needsQueue', instead: 'notes' },
  { id: 'endSession', tab: 'SESSION', label: 'endSession', icon: symOutlinedCallEnd, act: 'endSession', mutation: 'endSession' },
];
