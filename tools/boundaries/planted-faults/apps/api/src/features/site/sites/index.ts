export const sites = 'sites';
