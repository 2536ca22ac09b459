// breaks: livekit-server-in-media
import { AccessToken } from 'livekit-server-sdk';

export const token = AccessToken;
