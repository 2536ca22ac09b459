import iconMic from 'virtual:icon/mic-outline';
import iconVideocam from 'virtual:icon/videocam-outline';
import type { Acts } from '../acts/act';

export const mediaActs = {
  video: {
    label: 'video',
    key: 'camera',
    icon: iconVideocam,
    ability: 'useVideo',
    mutation: 'setCamera',
    media: 'OWN',
    isOn: ({ media }) => media.camera !== null,
    run: ({ media }) => media.toggle('camera'),
  },
  audio: {
    label: 'audio',
    key: 'microphone',
    icon: iconMic,
    ability: 'useAudio',
    mutation: 'setMicrophone',
    media: 'OWN',
    isOn: ({ media }) => media.microphone !== null,
    run: ({ media }) => media.toggle('microphone'),
  },
} as const satisfies Acts;
