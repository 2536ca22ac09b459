/** The link of an invitation whose mail can't be sent, as shown once to the CSR who invites. */
export interface MadeLink {
  id: string;
  url: string;
  message: string;
}

export const linkOf = (made: { id: string; url: string | null; message: string | null }): MadeLink | null =>
  made.url && made.message ? { id: made.id, url: made.url, message: made.message } : null;
