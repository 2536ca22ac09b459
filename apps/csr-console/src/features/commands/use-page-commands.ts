import { computed } from 'vue';
import { useI18n } from 'vue-i18n';
import { useRouter } from 'vue-router';
import { ADMIN_PAGES } from '../administration/admin-pages';
import { useAccount } from '../auth/use-account';
import type { Command } from './command';

/** The pages of the console that this account may see, as places. */
export function usePageCommands() {
  const { t } = useI18n();
  const router = useRouter();
  const account = useAccount();
  const page = (name: string, label: string, hint?: string): Command => ({
    id: `page-${name}`,
    group: 'places',
    label,
    hint,
    run: () => router.push({ name }),
  });
  return computed((): Command[] => [
    page('home', t('nav.home'), t('palette.home')),
    page('account', t('account.mine')),
    ...(account.may('concerns.read') ? [page('concerns', t('nav.concerns'))] : []),
    ...(account.may('mail.readCaught') ? [page('mails', t('nav.mails'))] : []),
    ...ADMIN_PAGES.filter(({ permission }) => account.may(permission)).map(({ name }) =>
      page(`admin-${name}`, t(`admin.page.${name}`), t('nav.admin')),
    ),
  ]);
}
