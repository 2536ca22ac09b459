export const templates = 'templates';
