/** What can be open over the dashboard, one at a time. */
export type OpenDialog = 'invite' | 'palette' | 'transfer' | 'hold' | 'about' | 'end';
