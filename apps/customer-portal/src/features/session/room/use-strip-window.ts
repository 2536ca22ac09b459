import { onScopeDispose, watch } from 'vue';
import { useI18n } from 'vue-i18n';
import type { Seen } from './use-seen';

interface PictureInPictureApi {
  requestWindow(options: { width: number; height: number }): Promise<Window>;
}
const api = (): PictureInPictureApi | undefined =>
  (window as { documentPictureInPicture?: PictureInPictureApi }).documentPictureInPicture;

/** The strip in a small window of its own that stays above the others, where the browser can do that. */
export function useStripWindow(seen: () => Seen[]) {
  const { t } = useI18n();
  let small: Window | null = null;

  function draw(): void {
    if (!small) return;
    const rows = seen().map(({ text, later, isPaused, stop }) => {
      const row = small!.document.createElement('p');
      const button = small!.document.createElement('button');
      button.textContent = t('live.stop');
      button.className = 'ui-button stop';
      button.addEventListener('click', stop);
      const more = later && ` ${t('live.later', { names: later })}`;
      row.append(`${isPaused ? '○' : '●'} ${text}${more} `, button);
      return row;
    });
    small.document.body.replaceChildren(...rows);
    if (rows.length === 0) small.close();
  }

  async function open(): Promise<void> {
    small =
      (await api()
        ?.requestWindow({ width: 380, height: 140 })
        .catch(() => null)) ?? null;
    if (!small) return;
    for (const sheet of document.querySelectorAll('link[rel="stylesheet"]'))
      small.document.head.append(sheet.cloneNode());
    small.addEventListener('pagehide', () => (small = null));
    draw();
  }

  watch(seen, draw);
  onScopeDispose(() => small?.close());
  return { isPossible: api() !== undefined, open };
}
