// Resolved while a page is built (tools/pages/icons.mjs).
declare module 'virtual:icon/*' {
  const path: string;
  export default path;
}
