import iconHighQuality from 'virtual:icon/high-quality-outline';
import iconPanTool from 'virtual:icon/pan-tool-outline';
import iconPresentToAll from 'virtual:icon/present-to-all-outline';
import iconPublic from 'virtual:icon/public';
import iconSpeed from 'virtual:icon/speed-outline';
import iconTouchApp from 'virtual:icon/touch-app-outline';
import iconVisibility from 'virtual:icon/visibility-outline';
import type { ShareOption } from '@tandem/domain';
import type { operations } from '@tandem/session-client';
import type { Act, Acts } from '../acts/act';

const request = { label: 'requestView', icon: iconVisibility, mutation: 'askConsent', media: 'BOTH' } as const;
const show = { label: 'shareView', icon: iconPresentToAll, mutation: 'askConsent', media: 'BOTH' } as const;
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
const requestControl = { ...control, label: 'requestControl', icon: iconTouchApp } as const;
const shareControl = { ...control, label: 'shareControl', icon: iconPanTool } as const;
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
  cobrowseView: { ...cobrowse, label: 'cobrowseView', icon: iconPublic },
  cobrowseControl: { ...cobrowse, label: 'cobrowseControl', icon: iconTouchApp },
  optionStandard: { ...option, label: 'optionStandard', icon: iconHighQuality, ...choosing('STANDARD') },
  optionSampling: { ...option, label: 'optionSampling', icon: iconSpeed, ...choosing('SAMPLING') },
} as const satisfies Acts;
