const isThisComputer = (host: string) => /^(?:localhost|.+\.localhost|127(?:\.\d+){3}|\[::1\])$/.test(host);

/** Whether links of this origin open on this computer alone. */
export const isLocal = (origin: string): boolean => isThisComputer(new URL(origin).hostname);

/** Whether browsers keep microphone, camera and screen back from its pages (Secure Contexts, 3.1). */
export function isInsecure(origin: string): boolean {
  const { protocol } = new URL(origin);
  return protocol === 'http:' && !isLocal(origin);
}
