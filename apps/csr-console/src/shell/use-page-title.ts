import { watchEffect } from 'vue';
import { useAccount } from '../features/auth/use-account';

/** The browser's tab says which page this is, and of which site. */
export function usePageTitle(title: () => string): void {
  const account = useAccount();
  watchEffect(() => (document.title = `${title()} · ${account.me?.site.name || 'Tandem'}`));
}
