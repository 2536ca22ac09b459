let context: AudioContext | null = null;

/** Plays two soft notes, unless the browser does not allow or support it. */
export function playTone(): void {
  try {
    context ??= new AudioContext();
    void context.resume();
    for (const [nth, pitch] of [660, 880].entries()) {
      const start = context.currentTime + nth * 0.18;
      const note = context.createOscillator();
      const volume = context.createGain();
      note.frequency.value = pitch;
      volume.gain.setValueAtTime(0, start);
      volume.gain.linearRampToValueAtTime(0.08, start + 0.03);
      volume.gain.exponentialRampToValueAtTime(0.001, start + 0.4);
      note.connect(volume).connect(context.destination);
      note.start(start);
      note.stop(start + 0.45);
    }
  } catch {
    // no sound
  }
}
