import { symOutlinedMic, symOutlinedVideocam } from '@quasar/extras/material-symbols-outlined';
import type { Acts } from '../acts/act';

export const mediaActs = {
  video: {
    label: 'video',
    key: 'camera',
    icon: symOutlinedVideocam,
    ability: 'useVideo',
    mutation: 'setCamera',
    media: 'OWN',
    isOn: ({ media }) => media.camera !== null,
    run: ({ media }) => media.toggle('camera'),
  },
  audio: {
    label: 'audio',
    key: 'microphone',
    icon: symOutlinedMic,
    ability: 'useAudio',
    mutation: 'setMicrophone',
    media: 'OWN',
    isOn: ({ media }) => media.microphone !== null,
    run: ({ media }) => media.toggle('microphone'),
  },
} as const satisfies Acts;
