export const staff = 'staff';
