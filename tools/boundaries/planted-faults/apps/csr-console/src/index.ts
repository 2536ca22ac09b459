export const page = 'csr-console';
