export const invitations = 'invitations';
