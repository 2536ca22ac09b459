export const notes = 'notes';
