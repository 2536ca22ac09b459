export const rename = 'sessions';
