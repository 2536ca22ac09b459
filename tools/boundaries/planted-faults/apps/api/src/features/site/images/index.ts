export const images = 'images';
