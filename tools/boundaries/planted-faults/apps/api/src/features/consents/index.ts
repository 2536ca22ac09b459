export const consents = 'consents';
