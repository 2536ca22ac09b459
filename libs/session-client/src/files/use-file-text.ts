import { formatBytes, formatDuration } from '@tandem/ui';
import { useI18n } from 'vue-i18n';
import type { FileEntry } from './use-files';
import type { Transfer } from './use-transfers';

/** The texts of a file in the list, in the page's language. */
export function useFileText() {
  const { t, locale } = useI18n();
  const percentOf = ({ transfer, file }: FileEntry): number => {
    const [done, all] = transfer ? [transfer.sent, transfer.size] : [file?.received ?? 0, file?.size ?? 1];
    return Math.floor((done / all) * 100);
  };
  const bytes = (count: number) => formatBytes(count, locale.value);

  function ofTransfer({ state, bytesPerSecond, secondsLeft, error }: Transfer, percent: number): string {
    if (state === 'sending' && bytesPerSecond === null) return t('files.state.starting');
    if (state === 'sending')
      return t('files.state.sending', {
        percent,
        speed: bytes(bytesPerSecond ?? 0),
        left: formatDuration((secondsLeft ?? 0) * 1000),
      });
    if (state === 'failed' || state === 'changed') return errorText(error);
    return t(`files.state.${state === 'sent' ? 'checking' : state}`, { percent });
  }

  function errorText(error: Transfer['error']): string {
    if (error?.code === 'FILE_REFUSED')
      return t('files.state.refused', { reason: t(`fileRefusal.${String(error.params.reason)}`) });
    return error ? t(`errors.${error.code}`, error.params) : '';
  }

  return {
    percentOf,
    /** Its state; empty for a file that can be downloaded. */
    state(entry: FileEntry): string {
      const { file, transfer, isCut, isPaused } = entry;
      const percent = percentOf(entry);
      if (file?.state === 'REFUSED')
        return t('files.state.refused', { reason: t(`fileRefusal.${file.refusal ?? 'DAMAGED'}`) });
      if (file?.state === 'WITHDRAWN' || file?.state === 'EXPIRED')
        return t(`files.state.${file.state === 'EXPIRED' ? 'expired' : 'withdrawn'}`);
      if (file?.state === 'CHECKING') return t(file.isHeld ? 'files.state.held' : 'files.state.checking');
      if (transfer) return ofTransfer(transfer, percent);
      if (isCut) return t(isPaused ? 'files.state.pausedBefore' : 'files.state.cut', { percent });
      return file?.state === 'UPLOADING' ? t('files.state.coming') : '';
    },
    /** Sender, type and size. */
    facts({ file, transfer, isOwn }: FileEntry): string {
      const from = isOwn ? t('files.fromMe') : t('files.from', { name: file?.sender.name ?? '' });
      const isPicture = (file?.kind ?? transfer?.kind) === 'SCREENSHOT';
      const sort = isPicture ? t('files.screenshot') : file?.category ? t(`files.category.${file.category}`) : null;
      return [from, sort, bytes(file?.size ?? transfer?.size ?? 0)].filter(Boolean).join(' · ');
    },
  };
}
