export const participants = 'participants';
