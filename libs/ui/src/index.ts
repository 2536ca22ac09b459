export { default as UiButton } from './UiButton.vue';
export { default as UiDialog } from './UiDialog.vue';
export { default as UiIcon } from './UiIcon.vue';
export { default as UiLevel } from './UiLevel.vue';
export { default as UiMark } from './UiMark.vue';
export { default as UiStill } from './UiStill.vue';
export { formatBytes } from './format-bytes';
export { formatDuration } from './format-duration';
export { keepFocus } from './keep-focus';
