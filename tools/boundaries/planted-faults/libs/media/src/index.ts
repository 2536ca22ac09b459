export const media = 'media';
