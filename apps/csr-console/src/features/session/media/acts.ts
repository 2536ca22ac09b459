import iconMicOff from 'virtual:icon/mic-off-outline';
import iconMic from 'virtual:icon/mic-outline';
import iconVideocamOff from 'virtual:icon/videocam-off-outline';
import iconVideocam from 'virtual:icon/videocam-outline';
import type { Acts } from '../acts/act';

export const mediaActs = {
  video: {
    label: 'video',
    key: 'camera',
    icon: iconVideocam,
    iconOff: iconVideocamOff,
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
    iconOff: iconMicOff,
    ability: 'useAudio',
    mutation: 'setMicrophone',
    media: 'OWN',
    isOn: ({ media }) => media.microphone !== null,
    run: ({ media }) => media.toggle('microphone'),
  },
} as const satisfies Acts;
