/** Whether the focus is where somebody writes, and must stay. */
export const isWriting = (): boolean =>
  document.activeElement?.matches('input, textarea, select, [contenteditable]:not([contenteditable="false"])') ?? false;

/** The focus was on what has left the stage: it goes on to what has taken its place. */
export const focusStage = (): void => document.querySelector<HTMLElement>('[data-stage]')?.focus();
