import { TandemError } from '@tandem/client';
import { reloadOutdated } from '@tandem/session-client';
import { createRouter, createWebHistory, type RouteLocationRaw } from 'vue-router';
import { useAccount, type Account } from './features/auth/use-account';
import HomePage from './pages/HomePage.vue';

declare module 'vue-router' {
  interface RouteMeta {
    /** May be seen by nobody in particular. */
    isPublic?: true;
    /** For everybody, signed in or not. */
    isOpen?: true;
  }
}

export const router = createRouter({
  history: createWebHistory('/console/'),
  routes: [
    { path: '/', name: 'home', component: HomePage },
    { path: '/sign-in', name: 'sign-in', component: () => import('./pages/SignInPage.vue'), meta: { isPublic: true } },
    { path: '/forgot', name: 'forgot', component: () => import('./pages/ForgotPage.vue'), meta: { isPublic: true } },
    {
      path: '/welcome/:token',
      name: 'welcome',
      component: () => import('./pages/WelcomePage.vue'),
      props: true,
      meta: { isOpen: true },
    },
    {
      path: '/address/:token',
      name: 'address',
      component: () => import('./pages/AddressPage.vue'),
      props: true,
      meta: { isOpen: true },
    },
    { path: '/password', name: 'password', component: () => import('./pages/PasswordPage.vue') },
    { path: '/first-run', name: 'first-run', component: () => import('./pages/FirstRunPage.vue') },
    { path: '/sessions/:sessionId', name: 'session', component: () => import('./pages/SessionPage.vue'), props: true },
    { path: '/assist/:invitationId', name: 'assist', component: () => import('./pages/AssistPage.vue'), props: true },
    { path: '/reports/:sessionId', name: 'report', component: () => import('./pages/ReportPage.vue'), props: true },
    { path: '/account', name: 'account', component: () => import('./pages/AccountPage.vue') },
    { path: '/admin/settings', name: 'admin-settings', component: () => import('./pages/admin/SettingsPage.vue') },
    { path: '/admin/replies', name: 'admin-replies', component: () => import('./pages/admin/RepliesPage.vue') },
    { path: '/admin/tokens', name: 'admin-tokens', component: () => import('./pages/admin/TokensPage.vue') },
    { path: '/admin/users', name: 'admin-users', component: () => import('./pages/admin/UsersPage.vue') },
    { path: '/admin/roles', name: 'admin-roles', component: () => import('./pages/admin/RolesPage.vue') },
    {
      path: '/admin/templates',
      name: 'admin-templates',
      component: () => import('./pages/admin/MailTemplatesPage.vue'),
    },
    { path: '/admin/branding', name: 'admin-branding', component: () => import('./pages/admin/BrandingPage.vue') },
    { path: '/admin/addresses', name: 'admin-addresses', component: () => import('./pages/admin/AddressesPage.vue') },
    { path: '/admin/agreement', name: 'admin-agreement', component: () => import('./pages/admin/AgreementPage.vue') },
    { path: '/admin', redirect: { name: 'admin-settings' } },
    { path: '/settings', redirect: { name: 'admin-settings' } },
    { path: '/concerns', name: 'concerns', component: () => import('./pages/ConcernsPage.vue') },
    { path: '/mails', name: 'mails', component: () => import('./pages/MailsPage.vue') },
    { path: '/:rest(.*)*', redirect: '/' },
  ],
});

/** What must be done before anything else, and the page for it. */
function dueBefore(me: Account['me']): RouteLocationRaw | null {
  if (me?.mustChangePassword) return { name: 'password' };
  return me?.isFirstRun && me.permissions.includes('settings.change') ? { name: 'first-run' } : null;
}

router.beforeEach(async (to) => {
  const account = useAccount();
  const me = await account.load();
  if (to.meta.isOpen) return true;
  if (to.meta.isPublic) return me ? { name: 'home' } : true;
  if (!me) return { name: 'sign-in', query: to.fullPath === '/' ? {} : { next: to.fullPath } };
  const due = dueBefore(me);
  return !due || to.name === (due as { name: string }).name || to.name === 'password' ? true : due;
});

// a page that is gone with the last upgrade comes with everything else that is new
router.onError((cause, to) => {
  if (!(cause instanceof TandemError)) void reloadOutdated(new URL(router.resolve(to).href, location.href).href);
});
