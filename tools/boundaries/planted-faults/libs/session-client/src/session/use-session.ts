export const useSession = 'a composable';
