import type { Act } from '@tandem/contract';
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

export const TABS = ['tools', 'desktop', 'application', 'sessionTab'] as const;
export type Tab = (typeof TABS)[number];

/** Why a button does nothing yet; the key of its sentence. */
export type Missing =
  | 'needsSupportManager'
  | 'needsFiles'
  | 'needsCobrowse'
  | 'needsQuality'
  | 'needsRecording'
  | 'needsColleague'
  | 'needsQueue';

export interface DashboardButton {
  id: string;
  tab: Tab;
  /** Key below `labels`: the seed's own word. */
  label: string;
  icon: string;
  /** What the server says about it, and the mutation that it ends in. */
  act: Act | null;
  mutation: string | null;
  missing?: Missing;
  /** The button that does the next best thing. */
  instead?: string;
}

/** Every button of the CSR dashboard, one line each: its mutation, or why it is not there yet. */
// prettier-ignore
export const BUTTONS: readonly DashboardButton[] = [
  { id: 'invite', tab: 'tools', label: 'invite', icon: symOutlinedPersonAdd, act: 'invite', mutation: 'inviteByEmail' },
  { id: 'chat', tab: 'tools', label: 'chat', icon: symOutlinedChat, act: 'sendChatMessage', mutation: 'sendChatMessage' },
  { id: 'video', tab: 'tools', label: 'video', icon: symOutlinedVideocam, act: 'useVideo', mutation: 'setCamera' },
  { id: 'fileTransferBasic', tab: 'tools', label: 'fileTransferBasic', icon: symOutlinedUploadFile, act: null, mutation: null, missing: 'needsFiles', instead: 'chat' },
  { id: 'fileTransferAdvanced', tab: 'tools', label: 'fileTransferAdvanced', icon: symOutlinedFolderOpen, act: null, mutation: null, missing: 'needsSupportManager', instead: 'chat' },
  { id: 'audio', tab: 'tools', label: 'audio', icon: symOutlinedMic, act: 'useAudio', mutation: 'setMicrophone' },
  { id: 'notes', tab: 'tools', label: 'notes', icon: symOutlinedDescription, act: 'saveNote', mutation: 'saveNote' },

  { id: 'requestViewDesktop', tab: 'desktop', label: 'requestView', icon: symOutlinedVisibility, act: 'requestViewDesktop', mutation: 'askShare' },
  { id: 'requestControlDesktop', tab: 'desktop', label: 'requestControl', icon: symOutlinedTouchApp, act: null, mutation: null, missing: 'needsSupportManager', instead: 'requestViewDesktop' },
  { id: 'shareViewDesktop', tab: 'desktop', label: 'shareView', icon: symOutlinedPresentToAll, act: 'shareViewDesktop', mutation: 'askShare' },
  { id: 'shareControlDesktop', tab: 'desktop', label: 'shareControl', icon: symOutlinedPanTool, act: null, mutation: null, missing: 'needsSupportManager', instead: 'shareViewDesktop' },

  { id: 'requestViewApplication', tab: 'application', label: 'requestView', icon: symOutlinedVisibility, act: 'requestViewApplication', mutation: 'askShare' },
  { id: 'requestControlApplication', tab: 'application', label: 'requestControl', icon: symOutlinedTouchApp, act: null, mutation: null, missing: 'needsSupportManager', instead: 'requestViewApplication' },
  { id: 'shareViewApplication', tab: 'application', label: 'shareView', icon: symOutlinedPresentToAll, act: 'shareViewApplication', mutation: 'askShare' },
  { id: 'shareControlApplication', tab: 'application', label: 'shareControl', icon: symOutlinedPanTool, act: null, mutation: null, missing: 'needsSupportManager', instead: 'shareViewApplication' },

  { id: 'cobrowseView', tab: 'sessionTab', label: 'cobrowseView', icon: symOutlinedPublic, act: null, mutation: null, missing: 'needsCobrowse', instead: 'requestViewApplication' },
  { id: 'cobrowseControl', tab: 'sessionTab', label: 'cobrowseControl', icon: symOutlinedTouchApp, act: null, mutation: null, missing: 'needsCobrowse', instead: 'requestViewApplication' },
  { id: 'optionStandard', tab: 'sessionTab', label: 'optionStandard', icon: symOutlinedHighQuality, act: null, mutation: null, missing: 'needsQuality' },
  { id: 'optionSampling', tab: 'sessionTab', label: 'optionSampling', icon: symOutlinedSpeed, act: null, mutation: null, missing: 'needsQuality' },
  { id: 'recordSession', tab: 'sessionTab', label: 'recordSession', icon: symOutlinedFiberManualRecord, act: null, mutation: null, missing: 'needsRecording', instead: 'notes' },
  { id: 'transferControl', tab: 'sessionTab', label: 'transferControl', icon: symOutlinedSwapHoriz, act: null, mutation: null, missing: 'needsColleague', instead: 'notes' },
  { id: 'transferSession', tab: 'sessionTab', label: 'transferSession', icon: symOutlinedMoveUp, act: null, mutation: null, missing: 'needsQueue', instead: 'notes' },
  { id: 'endSession', tab: 'sessionTab', label: 'endSession', icon: symOutlinedCallEnd, act: 'endSession', mutation: 'endSession' },
];
