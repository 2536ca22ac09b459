/** With Alt, on both pages: stops what is live. A position on the keyboard, as in `KeyboardEvent.code`. */
export const STOP_KEY = 'KeyS';
/** As it is written, and as `aria-keyshortcuts` has it. */
export const STOP_KEY_TEXT = 'Alt+S';
