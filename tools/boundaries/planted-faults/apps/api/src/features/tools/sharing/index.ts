export const sharing = 'sharing';
