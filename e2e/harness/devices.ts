/**
 * A fake camera and microphone for a page: the camera shows a drawn picture, the microphone plays one tone. Chromium's
 * fake-device switch is not used, because it would replace screen capture as well. Runs in the page before its scripts.
 */
export function installDevices({ tone, isRefused }: { tone: number; isRefused: boolean }): void {
  const devices = [
    { deviceId: 'tone', groupId: 'test', kind: 'audioinput', label: `Tone ${tone} Hz` },
    { deviceId: 'drawing', groupId: 'test', kind: 'videoinput', label: 'Drawn camera' },
    { deviceId: 'speaker', groupId: 'test', kind: 'audiooutput', label: 'Speaker' },
  ].map((device) => ({ ...device, toJSON: () => device }));

  function camera(): MediaStreamTrack {
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [640, 360];
    const context = canvas.getContext('2d')!;
    let frame = 0;
    setInterval(() => {
      context.fillStyle = `hsl(${frame++ % 360} 60% 50%)`;
      context.fillRect(0, 0, canvas.width, canvas.height);
    }, 66);
    return canvas.captureStream(15).getVideoTracks()[0]!;
  }

  function microphone(): MediaStreamTrack {
    const audio = new AudioContext();
    const oscillator = new OscillatorNode(audio, { frequency: tone });
    const gain = new GainNode(audio, { gain: 0.4 });
    const out = audio.createMediaStreamDestination();
    oscillator.connect(gain).connect(out);
    oscillator.start();
    void audio.resume();
    return out.stream.getAudioTracks()[0]!;
  }

  const media = navigator.mediaDevices;
  if (!media) return;
  media.enumerateDevices = async () => devices as MediaDeviceInfo[];
  media.getUserMedia = async (wanted) => {
    if (isRefused) throw new DOMException('Permission denied', 'NotAllowedError');
    const tracks = [...(wanted?.audio ? [microphone()] : []), ...(wanted?.video ? [camera()] : [])];
    return new MediaStream(tracks);
  };
}
