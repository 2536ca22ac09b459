/** Session numbers: nine digits, shown 3-3-3, never beginning with 0 so that no one drops it when reading aloud. */
export const SESSION_NUMBER_DIGITS = 9;
/** Of what somebody types or pastes as one. */
const LONGEST = 100;

/** The digits of what a person typed or pasted (spaces, dashes, full-width digits), or null when it is no number. */
export function parseSessionNumber(input: string): string | null {
  if (input.length > LONGEST) return null;
  const digits = input.normalize('NFKC').replace(/[\s\-.·]/gu, '');
  return /^\d{9}$/.test(digits) ? digits : null;
}

/** `123456789` → `123 456 789`. */
export function formatSessionNumber(digits: string): string {
  return digits.replace(/(\d{3})(?=\d)/g, '$1 ');
}
