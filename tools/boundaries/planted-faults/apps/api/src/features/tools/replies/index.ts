export const replies = 'replies';
