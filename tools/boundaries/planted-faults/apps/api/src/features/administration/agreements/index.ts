export const agreements = 'agreements';
