export const concerns = 'concerns';
