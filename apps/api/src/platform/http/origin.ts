const isThisComputer = (host: string) => /^(?:localhost|.+\.localhost|127(?:\.\d+){3}|\[::1\])$/.test(host);

/** Whether links to this origin work on this computer only. */
export const isLocal = (origin: string): boolean => isThisComputer(new URL(origin).hostname);

/** Whether browsers deny microphone, camera and screen to its pages (Secure Contexts, 3.1). */
export function isInsecure(origin: string): boolean {
  const { protocol } = new URL(origin);
  return protocol === 'http:' && !isLocal(origin);
}
