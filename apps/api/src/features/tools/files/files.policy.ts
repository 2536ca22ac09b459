import {
  mayAct,
  type FileCategory,
  type FileKind,
  type FileState,
  type SessionAct,
  type SettingKey,
  type SettingValues,
} from '@tandem/domain';
import { isCustomer, isSeated, isSelf, type Seat } from '../../session/sessions/index.js';

export interface FileFacts {
  senderId: string;
  kind: FileKind;
  state: FileState;
  publishedSeq: number | null;
}

/** The act of sending it, in the table of role × act. */
export const actOf = ({ kind }: Pick<FileFacts, 'kind'>): SessionAct =>
  kind === 'SCREENSHOT' ? 'takeScreenshot' : 'publishFile';

/** Who may see a file at all. `seat` is null for staff that read the session without one. */
export function maySeeFile({ senderId, kind, state, publishedSeq }: FileFacts, seat: Seat | null): boolean {
  if (!seat) return true;
  if (!isSeated(seat)) return false;
  if (isSelf(seat, senderId)) return true;
  if (!mayAct(seat, 'downloadFile') || (publishedSeq ?? 0) < seat.readsFrom) return false;
  return !isCustomer(seat) || (kind === 'FILE' && state === 'PUBLISHED');
}

/** The events of a file that a seat may see: a customer those of their own files, and of published ones. */
export function mayHearOf(
  { publishedSeq = null, ...facts }: Omit<FileFacts, 'state' | 'publishedSeq'> & { publishedSeq?: number | null },
  wasPublished: boolean,
  seat: Seat | null,
): boolean {
  return maySeeFile({ ...facts, publishedSeq, state: wasPublished ? 'PUBLISHED' : 'UPLOADING' }, seat);
}

/** The sender their own file; the primary CSR any. */
export const mayWithdraw = ({ senderId }: Pick<FileFacts, 'senderId'>, seat: Seat): boolean =>
  mayAct(seat, 'withdrawFile') && (isSelf(seat, senderId) || seat.role === 'PRIMARY_CSR');

/** Whether the site allows files in this direction: from customers, and from CSRs, are two settings. */
export const maySendFrom = (seat: Pick<Seat, 'role'>, settings: SettingValues): boolean =>
  isCustomer(seat) ? settings.canCustomersSendFiles : settings.canStaffSendFiles;

/** Categories of files that a site may refuse, each by a setting of its own. */
const BY_SETTING: Partial<Record<FileCategory, SettingKey>> = {
  ARCHIVES: 'canPublishArchives',
  AUDIO: 'canPublishRecordings',
  VIDEO: 'canPublishRecordings',
  OTHER: 'canPublishUnknown',
  PROGRAMS: 'canPublishPrograms',
};

export function isAllowedType(category: FileCategory, settings: SettingValues): boolean {
  const key = BY_SETTING[category];
  return !key || settings[key] === true;
}
