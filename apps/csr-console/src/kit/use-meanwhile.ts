import { ref } from 'vue';
import { toTandemError } from '../client';
import { mergeForms, type Form, type TheirChange } from './merge-forms';

/** A saved state: as the form shows it, and its version. */
export interface Saved<F extends Form, Version = string> {
  form: F;
  version: Version;
}
interface Work<F extends Form, Version> {
  /** As it is entered now. */
  mine: () => F;
  put: (merged: F) => void;
  /** The saved state, read again. @throws TandemError */
  read: () => Promise<Saved<F, Version>>;
}

/**
 * A form of something that somebody else may change while it is open. Then nothing is saved: their changes come into
 * the form, except where something else was entered, and the next save is based on what they saved.
 */
export function useMeanwhile<F extends Form, Version = string>({ mine, put, read }: Work<F, Version>) {
  let base: Saved<F, Version> | null = null;
  const changes = ref<TheirChange[]>([]);

  async function take(from: Saved<F, Version>): Promise<void> {
    const entered = mine(); // the page may show the new state before this goes on
    changes.value = rebase(from, entered, await read());
  }
  function rebase(from: Saved<F, Version>, entered: F, now: Saved<F, Version>): TheirChange[] {
    const { merged, changes: theirs } = mergeForms(from.form, entered, now.form);
    base = now;
    put(merged);
    return theirs;
  }
  return {
    /** What somebody else has changed, after a refused save. */
    changes,
    /** What the form shows from now on. */
    start(saved: Saved<F, Version>): void {
      base = saved;
      changes.value = [];
    },
    /** A state that one has restored oneself: what is entered stays. */
    rebase(now: Saved<F, Version>): void {
      if (base && base.version !== now.version) rebase(base, mine(), now);
    },
    /** Reads what is saved now into the form. @throws TandemError */
    readAgain: async (): Promise<void> => void (base && (await take(base))),
    /** @throws TandemError */
    async save<T>(work: (basedOn: Version | null) => Promise<T>): Promise<T> {
      const from = base;
      try {
        const saved = await work(from?.version ?? null);
        changes.value = [];
        return saved;
      } catch (cause) {
        if (from && toTandemError(cause).code === 'CHANGED_MEANWHILE') await take(from);
        throw cause;
      }
    },
  };
}
