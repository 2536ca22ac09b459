export const branding = 'branding';
