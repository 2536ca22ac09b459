import type { ObjectDirective } from 'vue';

interface Attachable {
  mediaStreamTrack: MediaStreamTrack;
  attach?(element: HTMLMediaElement): unknown;
  detach?(element: HTMLMediaElement): unknown;
}

function put(element: HTMLMediaElement, track: Attachable | MediaStream | null): void {
  if (!track) element.srcObject = null;
  else if (track instanceof MediaStream) element.srcObject = track;
  else if (track.attach) track.attach(element);
  else element.srcObject = new MediaStream([track.mediaStreamTrack]);
}

/** `v-track="track"` on a `<video>` or `<audio>`: plays a track of the room, or a local stream. */
export const attachTrack: ObjectDirective<HTMLMediaElement, Attachable | MediaStream | null> = {
  mounted: (element, { value }) => put(element, value),
  updated: (element, { value, oldValue }) => {
    if (value === oldValue) return;
    if (oldValue && 'detach' in oldValue) oldValue.detach?.(element);
    put(element, value);
  },
  beforeUnmount: (element, { value }) => {
    if (value && 'detach' in value) value.detach?.(element);
    element.srcObject = null;
  },
};
