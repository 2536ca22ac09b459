import { loadSessionTexts } from '../texts/page-texts';

/** The session's page with what it says; the media code behind it comes after it. */
export async function loadSessionPage() {
  const [page] = await Promise.all([import('./SessionPage.vue'), loadSessionTexts()]);
  return page;
}
