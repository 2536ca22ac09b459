import type { NoteDoc } from './note-doc';

/** The field that shows a note. It is notified before and after a merge, so that its cursor stays at its word. */
export interface NoteField {
  before(): void;
  after(): void;
}

/**
 * Merges what others wrote into a note. While a syllable is being composed, updates wait: changing the field then would
 * lose the syllable.
 */
export class NoteMerging {
  private field: NoteField | null = null;
  private waiting: string[] | null = null;

  constructor(private readonly doc: Pick<NoteDoc, 'merge'>) {}

  merge(update: string): void {
    if (this.waiting) return void this.waiting.push(update);
    this.field?.before();
    this.doc.merge(update);
    this.field?.after();
  }
  attach(field: NoteField | null): void {
    this.field = field;
  }
  pause(): void {
    this.waiting ??= [];
  }
  resume(): void {
    const updates = this.waiting ?? [];
    this.waiting = null;
    updates.forEach((update) => this.merge(update));
  }
}
