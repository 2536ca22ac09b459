export const page = 'customer-portal';
