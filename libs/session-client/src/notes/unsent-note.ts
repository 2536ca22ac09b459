import { windowId } from '../browser/window-id';
import { keepOf, keptOf } from '../browser/session-storage';

/**
 * What was typed into a note and not saved yet, in the browser's storage: it survives a crash of the page. Each window
 * writes its own entry, and the next window that opens the note takes over those that were left behind.
 */
export function createUnsentNote(sessionId: string, isPrivate: boolean, writerId: string) {
  const prefix = `note.${isPrivate ? writerId : 'shared'}.`;
  const own = prefix + windowId;
  const names = new Set([own]);
  return {
    keep: (whole: string) => keepOf(sessionId, own, whole),
    /** Everything that was left behind. */
    takeOver: (): string[] =>
      keptOf(sessionId, prefix).map(({ name, text }) => {
        names.add(name);
        return text;
      }),
    /** The server has it. */
    clear: () => names.forEach((name) => keepOf(sessionId, name, null)),
  };
}
