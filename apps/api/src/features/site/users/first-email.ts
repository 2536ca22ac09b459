/** The address of the first account of an installation: it receives no mail. */
export const FIRST_EMAIL = 'owner@localhost';
