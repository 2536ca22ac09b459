import { TandemError } from '@tandem/client';
import { reloadOutdated } from '@tandem/session-client';
import { createRouter, createWebHistory } from 'vue-router';
import { loadSessionPage } from './pages/load-session-page';
import JoinPage from './pages/JoinPage.vue';

/** The session's page, and the media code behind it, come only when somebody joins. */
export const router = createRouter({
  history: createWebHistory('/'),
  routes: [
    { path: '/', name: 'join', component: JoinPage },
    { path: '/j/:number', name: 'join-number', component: JoinPage, props: true },
    { path: '/i/:token', name: 'invitation', component: () => import('./pages/InvitationPage.vue'), props: true },
    { path: '/unexpected-call', name: 'unexpected', component: () => import('./pages/UnexpectedCallPage.vue') },
    { path: '/s/:sessionId', name: 'session', component: loadSessionPage, props: true },
    { path: '/:rest(.*)*', redirect: '/' },
  ],
});

// a page that is gone with the last upgrade comes with everything else that is new
router.onError((cause, to) => {
  if (!(cause instanceof TandemError)) void reloadOutdated(new URL(router.resolve(to).href, location.href).href);
});
