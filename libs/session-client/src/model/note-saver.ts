import { TandemError } from '@tandem/client';

const SAVE_DELAY_MS = 800;
const RETRY_DELAY_MS = 2000;
/** Error codes after which the same text may be sent again. */
const TEMPORARY = new Set(['UNAVAILABLE', 'INTERNAL', 'TOO_MANY_REQUESTS']);

/** dirty: typed, not sent yet. waiting: the server could not be reached. refused: see the error; the text stays here. */
export type NoteState = 'saved' | 'dirty' | 'saving' | 'waiting' | 'refused';

interface NoteSaverOptions {
  /** Sends what the server lacks, and takes in its answer. */
  send(): Promise<void>;
  onState(state: NoteState): void;
  onError(error: TandemError): void;
}

/** Saves a note a moment after it was changed: one request at a time, repeated until the server has everything. */
export class NoteSaver {
  isUnsent = false;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private running: Promise<void> | null = null;

  constructor(private readonly options: NoteSaverOptions) {}

  /** Something was typed, or found in the browser's storage. */
  markUnsent(): void {
    this.isUnsent = true;
    this.options.onState('dirty');
  }
  changed(): void {
    this.markUnsent();
    this.later(SAVE_DELAY_MS);
  }
  /** Sends what is unsent, without a delay. */
  save(): Promise<void> {
    this.stop();
    this.running ??= this.send().finally(() => (this.running = null));
    return this.running;
  }
  /** The request that is running, if any. */
  async settled(): Promise<void> {
    await this.running;
  }
  stop(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
  }

  private later(delay: number): void {
    this.timer ??= setTimeout(() => void this.save(), delay);
  }
  private async send(): Promise<void> {
    if (!this.isUnsent) return;
    this.isUnsent = false; // what is typed from here on belongs to the next request
    this.options.onState('saving');
    try {
      await this.options.send();
      if (this.isUnsent) this.later(SAVE_DELAY_MS);
      else this.options.onState('saved');
    } catch (cause) {
      this.isUnsent = true;
      this.failed(cause instanceof TandemError ? cause : new TandemError('UNAVAILABLE'));
    }
  }
  private failed(cause: TandemError): void {
    this.options.onError(cause);
    const isTemporary = TEMPORARY.has(cause.code);
    this.options.onState(isTemporary ? 'waiting' : 'refused');
    if (isTemporary) this.later(RETRY_DELAY_MS);
  }
}
