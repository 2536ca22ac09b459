import {
  symOutlinedHighQuality,
  symOutlinedPanTool,
  symOutlinedPresentToAll,
  symOutlinedPublic,
  symOutlinedSpeed,
  symOutlinedTouchApp,
  symOutlinedVisibility,
} from '@quasar/extras/material-symbols-outlined';
import type { ShareOption } from '@tandem/domain';
import type { operations } from '@tandem/session-client';
import type { Act, Acts } from '../acts/act';

const request = { label: 'requestView', icon: symOutlinedVisibility, mutation: 'askConsent', media: 'BOTH' } as const;
const show = { label: 'shareView', icon: symOutlinedPresentToAll, mutation: 'askConsent', media: 'BOTH' } as const;
const asking =
  (kind: operations.ConsentKind, target: operations.ShareTarget): NonNullable<Act['run']> =>
  ({ consents }) =>
    consents.ask(kind, target);

const option = { group: 'sessionOptions', ability: 'changeShareMode', mutation: 'setShareMode' } as const;
const choosing = (chosen: ShareOption): Pick<Act, 'isOn' | 'run'> => ({
  isOn: ({ shareModes }) => shareModes.option === chosen,
  run: ({ shareModes }) => shareModes.chooseOption(chosen),
});

const control = { ability: null, mutation: null, missing: 'needsSupportManager' } as const;
const requestControl = { ...control, label: 'requestControl', icon: symOutlinedTouchApp } as const;
const shareControl = { ...control, label: 'shareControl', icon: symOutlinedPanTool } as const;
const cobrowse = {
  ability: null,
  mutation: null,
  missing: 'needsCobrowse',
  instead: 'requestViewApplication',
} as const;

export const sharingActs = {
  requestViewDesktop: { ...request, ability: 'requestViewDesktop', run: asking('REQUEST_VIEW', 'DESKTOP') },
  requestViewApplication: { ...request, ability: 'requestViewApplication', run: asking('REQUEST_VIEW', 'APPLICATION') },
  shareViewDesktop: { ...show, ability: 'shareViewDesktop', run: asking('SHARE_VIEW', 'DESKTOP') },
  shareViewApplication: { ...show, ability: 'shareViewApplication', run: asking('SHARE_VIEW', 'APPLICATION') },
  requestControlDesktop: { ...requestControl, instead: 'requestViewDesktop' },
  requestControlApplication: { ...requestControl, instead: 'requestViewApplication' },
  shareControlDesktop: { ...shareControl, instead: 'shareViewDesktop' },
  shareControlApplication: { ...shareControl, instead: 'shareViewApplication' },
  cobrowseView: { ...cobrowse, label: 'cobrowseView', icon: symOutlinedPublic },
  cobrowseControl: { ...cobrowse, label: 'cobrowseControl', icon: symOutlinedTouchApp },
  optionStandard: { ...option, label: 'optionStandard', icon: symOutlinedHighQuality, ...choosing('STANDARD') },
  optionSampling: { ...option, label: 'optionSampling', icon: symOutlinedSpeed, ...choosing('SAMPLING') },
} as const satisfies Acts;
