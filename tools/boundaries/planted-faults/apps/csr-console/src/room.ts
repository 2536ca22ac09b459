// breaks: livekit-through-media
import { Room } from 'livekit-client';

export const room = Room;
