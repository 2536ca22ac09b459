import { en as accountsEn } from './accounts/en';
import { ko as accountsKo } from './accounts/ko';
import { en as adminEn } from './admin/en';
import { ko as adminKo } from './admin/ko';
import { en as baseEn } from './en';
import { en as filesEn } from './files/en';
import { ko as filesKo } from './files/ko';
import { en as keysEn } from './keys/en';
import { ko as keysKo } from './keys/ko';
import { ko as baseKo } from './ko';
import { en as peopleEn } from './people/en';
import { ko as peopleKo } from './people/ko';
import { en as recordsEn } from './records/en';
import { ko as recordsKo } from './records/ko';
import { en as repliesEn } from './replies/en';
import { ko as repliesKo } from './replies/ko';
import { en as rolesEn } from './roles/en';
import { ko as rolesKo } from './roles/ko';
import { en as sessionEn } from './session/en';
import { ko as sessionKo } from './session/ko';
import { en as setUpEn } from './set-up/en';
import { ko as setUpKo } from './set-up/ko';
import { en as settingsEn } from './settings/en';
import { ko as settingsKo } from './settings/ko';

/** Everything that the console says beyond what both pages say. */
export const en = {
  ...baseEn,
  ...sessionEn,
  ...peopleEn,
  ...recordsEn,
  ...accountsEn,
  ...adminEn,
  ...repliesEn,
  ...rolesEn,
  ...settingsEn,
  ...filesEn,
  ...keysEn,
  ...setUpEn,
};
export const ko: typeof en = {
  ...baseKo,
  ...sessionKo,
  ...peopleKo,
  ...recordsKo,
  ...accountsKo,
  ...adminKo,
  ...repliesKo,
  ...rolesKo,
  ...settingsKo,
  ...filesKo,
  ...keysKo,
  ...setUpKo,
};
