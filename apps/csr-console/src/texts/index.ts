import { en as adminEn } from './admin/en';
import { ko as adminKo } from './admin/ko';
import { en as baseEn } from './en';
import { ko as baseKo } from './ko';
import { en as repliesEn } from './replies/en';
import { ko as repliesKo } from './replies/ko';
import { en as filesEn } from './files/en';
import { ko as filesKo } from './files/ko';
import { en as rolesEn } from './roles/en';
import { ko as rolesKo } from './roles/ko';
import { en as settingsEn } from './settings/en';
import { ko as settingsKo } from './settings/ko';
import { en as setUpEn } from './set-up/en';
import { ko as setUpKo } from './set-up/ko';

/** Everything that the console says beyond what both pages say. */
export const en = { ...baseEn, ...adminEn, ...repliesEn, ...rolesEn, ...settingsEn, ...filesEn, ...setUpEn };
export const ko: typeof en = { ...baseKo, ...adminKo, ...repliesKo, ...rolesKo, ...settingsKo, ...filesKo, ...setUpKo };
