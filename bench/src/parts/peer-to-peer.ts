import type { BrowserContext, Page } from '@playwright/test';
import { within } from './within.js';

const STEP_TIMEOUT_MS = 15_000;

declare global {
  interface Window {
    benchPeer: RTCPeerConnection;
  }
}

/** A screen share between two pages without Tandem: one connection, one track, the browser's default settings. */
export interface PlainShare {
  viewer: Page;
  video: string;
  stop(): Promise<void>;
}

/** `origin` serves an empty page; only secure pages may capture screens. */
export async function sharePlainly(from: BrowserContext, to: BrowserContext, origin: string): Promise<PlainShare> {
  // with such a permission a page offers its addresses; without one, names that only multicast DNS resolves
  for (const context of [from, to]) await context.grantPermissions(['camera', 'microphone'], { origin });
  const [sharer, viewer] = [await from.newPage(), await to.newPage()];
  await Promise.all([sharer, viewer].map((page) => page.goto(`${origin}/healthz`)));
  const offer = await within(STEP_TIMEOUT_MS, 'capturing the screen', sharer.evaluate(offerScreen));
  const answer = await within(STEP_TIMEOUT_MS, 'answering', viewer.evaluate(answerScreen, offer));
  await sharer.evaluate(takeAnswer, answer);
  await viewer.waitForFunction(() => (document.querySelector('video')?.videoWidth ?? 0) > 0);
  const stop = async () => {
    await sharer.close();
    await viewer.close();
  };
  return { viewer, video: 'video', stop };
}

async function offerScreen(): Promise<RTCSessionDescriptionInit> {
  const video = { frameRate: { ideal: 30, max: 30 }, width: { max: 3840 }, height: { max: 2160 } };
  const stream = await navigator.mediaDevices.getDisplayMedia({ video });
  const peer = (window.benchPeer = new RTCPeerConnection());
  for (const track of stream.getTracks()) peer.addTrack(track, stream);
  await peer.setLocalDescription();
  while (peer.iceGatheringState !== 'complete') await new Promise((resolve) => setTimeout(resolve, 20));
  return peer.localDescription!.toJSON();
}

async function answerScreen(offer: RTCSessionDescriptionInit): Promise<RTCSessionDescriptionInit> {
  const peer = (window.benchPeer = new RTCPeerConnection());
  const video = document.body.appendChild(document.createElement('video'));
  Object.assign(video, { autoplay: true, muted: true });
  peer.ontrack = ({ streams }) => (video.srcObject = streams[0]!);
  await peer.setRemoteDescription(offer);
  await peer.setLocalDescription();
  while (peer.iceGatheringState !== 'complete') await new Promise((resolve) => setTimeout(resolve, 20));
  return peer.localDescription!.toJSON();
}

const takeAnswer = (answer: RTCSessionDescriptionInit): Promise<void> => window.benchPeer.setRemoteDescription(answer);
