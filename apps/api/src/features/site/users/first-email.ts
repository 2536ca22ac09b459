/** Of the account that an installation begins with: nobody reads mail there. */
export const FIRST_EMAIL = 'owner@localhost';
