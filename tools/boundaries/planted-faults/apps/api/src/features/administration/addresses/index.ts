export const addresses = 'addresses';
