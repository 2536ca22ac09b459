// Every function that parses texts from people, with its maximum input and its worst cases. A file that parses texts is
// listed here, or in unexposed-files.ts with the reason why no person's text reaches it (checked by text-work.test.ts).
import { ADMINISTRATION } from './administration.js';
import { LIBRARIES_AND_PAGES } from './libraries-and-pages.js';
import { PLATFORM } from './platform.js';
import { SESSIONS } from './sessions.js';
import { SITE } from './site.js';
import type { Work } from './shapes.js';

export { UNEXPOSED_FILES } from './unexposed-files.js';
export { SHAPES, type Work } from './shapes.js';
export const CATALOGUE: Work[] = [...SITE, ...ADMINISTRATION, ...SESSIONS, ...PLATFORM, ...LIBRARIES_AND_PAGES];
