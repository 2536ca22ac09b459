export const compose = 'a message';
